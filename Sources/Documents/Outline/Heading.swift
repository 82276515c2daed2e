/// What a heading or label announces. The raw value is the first column of `Resources/Headings`.
enum Heading: String, Sendable, CaseIterable {
    case banner, title, headline, issued, number, index, summary, letter, contacts, targets, copies, embassies
    case preferredLanguage = "preferred-language"
    case deadline, previous, background, resources, names, gender, action, demands, social, postal, safety
    case noAction = "no-action"
    case ended, final, downloads, narrative, issues, chrome, audience

    /// Whether lines below belong to it; the others say all they have to say on their own line.
    var holdsLines: Bool {
        switch self {
        case .summary, .letter, .contacts, .targets, .copies, .background, .resources, .action, .demands, .social, .postal, .safety, .downloads,
            .narrative:
            true
        default: false
        }
    }

    /// Whether it is a field of the header, of which one line often holds several.
    var isField: Bool { self == .number || self == .index || self == .issued }

    /// Whether the phrase may be followed by more words without a colon.
    var isOpenEnded: Bool {
        switch self {
        case .ended, .final, .noAction, .postal, .embassies: true
        default: false
        }
    }

    /// Whether a whole line that begins so and ends with a colon is the heading: "Please write immediately in English or your own language:".
    var introducesList: Bool { self == .demands || self == .targets || self == .copies }

    /// Whether the phrase is complete in itself: the next line is no value of it.
    var saysItAll: Bool { self == .noAction || self == .final || self == .ended || self == .embassies }

    /// Whether it ends the part of the document in which title, number and lead stand.
    var endsOpening: Bool { holdsLines || self == .noAction || self == .final || self == .names || self == .previous }
}
