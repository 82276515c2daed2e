/// All that is wrong with the settings, so that one attempt tells everything.
struct SettingsProblems: Error, Equatable {
    let sentences: [String]
}

/// Why a text is no value of a setting, finishing "must be".
struct Unfit: Error {
    let wanted: String

    init(_ wanted: String) {
        self.wanted = wanted
    }
}
