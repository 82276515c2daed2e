import Configuration

/// Where the environment says that the file of settings lies.
enum SettingsFile {
    static var inEnvironment: String? {
        ConfigReader(provider: EnvironmentVariablesProvider()).string(forKey: "amparo.config")
    }
}
