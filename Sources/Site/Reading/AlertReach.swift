/// By what this server can tell people something; there is no value for a server that cannot.
enum AlertReach: Sendable {
    case mail, browser, both

    init?(hasMail: Bool, hasPush: Bool) {
        switch (hasMail, hasPush) {
        case (true, true): self = .both
        case (true, false): self = .mail
        case (false, true): self = .browser
        case (false, false): return nil
        }
    }

    /// What following an action takes, in the words of the reader.
    func following(_ reader: Reader) -> String {
        switch self {
        case .mail: reader.text("alerts.follow_text")
        case .browser: reader.text("alerts.follow_text_browser")
        case .both: reader.text("alerts.follow_text_both")
        }
    }
}
