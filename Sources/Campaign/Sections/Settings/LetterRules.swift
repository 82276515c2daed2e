/// A point on which the guides of sections disagree (handbook 3.2).
package enum LetterPoint: String, Sendable, CaseIterable {
    /// Whether a letter says that its writer is with the organisation.
    case mention
    /// Whether it gives the writer's address.
    case address
    /// Whose words it is in.
    case words
    /// Whether one way is enough.
    case ways
    /// What becomes of a reply.
    case replies

    /// What a section may choose, the first being what holds where it chose nothing.
    package var choices: [String] {
        switch self {
        case .mention: ["case", "member", "avoid"]
        case .address: ["choose", "give", "initials"]
        case .words: ["either", "own", "model"]
        case .ways: ["either", "one", "both"]
        case .replies: ["copy", "keep"]
        }
    }

    /// What writers are told nothing about: it is theirs, or the case's, to decide.
    private var silent: Set<String> { ["case", "choose", "either", "keep"] }

    /// The key of the sentence that writers read; nil for a choice that is left to them.
    package func adviceKey(_ choice: String) -> String? { silent.contains(choice) ? nil : "write.rule_\(rawValue)_\(choice)" }
}

/// What a section decided on each of them.
package struct LetterRules: Sendable, Equatable {
    private var chosen: [LetterPoint: String] = [:]

    package init() {}

    /// A choice that there is not is as if nothing was chosen.
    package subscript(point: LetterPoint) -> String {
        get { chosen[point] ?? point.choices[0] }
        set { chosen[point] = newValue != point.choices[0] && point.choices.contains(newValue) ? newValue : nil }
    }

    /// The keys of what writers are told, in the order of the points.
    package var adviceKeys: [String] { LetterPoint.allCases.compactMap { $0.adviceKey(self[$0]) } }

    /// Whether the box for initials is ticked before anybody touches it.
    package var beginsWithInitials: Bool { self[.address] == "initials" }
}
