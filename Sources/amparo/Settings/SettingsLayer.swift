import Configuration

/// One place in which settings are written.
struct SettingsLayer {
    private let provider: any ConfigProvider
    private let name: (SettingKey) -> String

    /// What a person calls `key` in this place.
    func origin(of key: SettingKey) -> String { name(key) }

    /// The value as text; nil when this place does not speak of it.
    func text(_ key: SettingKey) throws(Unfit) -> String? {
        for type in [ConfigType.string, .int, .bool] {
            // A file may say 8080 as a number where a flag says it as text: a type that does not fit is tried as the next one.
            guard let found = try? provider.value(forKey: AbsoluteConfigKey(key.components), type: type) else { continue }
            return found.value.flatMap { Self.text($0.content) }
        }
        throw Unfit("a text or a number")
    }

    private static func text(_ content: ConfigContent) -> String? {
        switch content {
        case .string(let text): text
        case .int(let number): String(number)
        case .bool(let truth): String(truth)
        default: nil
        }
    }
}

extension SettingsLayer {
    static func flags(_ flags: [SettingKey: String]) -> SettingsLayer {
        let values = flags.map { key, text in (AbsoluteConfigKey(key.components), ConfigValue(.string(text), isSecret: false)) }
        return SettingsLayer(provider: InMemoryProvider(values: Dictionary(values, uniquingKeysWith: { first, _ in first })), name: \.flag)
    }

    static var environment: SettingsLayer {
        SettingsLayer(provider: EnvironmentVariablesProvider().prefixKeys(with: "amparo"), name: \.variable)
    }

    /// A JSON file, read whole; what it says beside the known settings is left to other programs.
    static func file(_ path: String) async throws(Unfit) -> SettingsLayer {
        do {
            let place = InMemoryProvider(values: ["filePath": ConfigValue(.string(path), isSecret: false)])
            let provider = try await FileProvider<JSONSnapshot>(config: ConfigReader(provider: place))
            return SettingsLayer(provider: provider) { "\($0.rawValue) in \(path)" }
        } catch {
            throw Unfit("a JSON file that can be read")
        }
    }
}
