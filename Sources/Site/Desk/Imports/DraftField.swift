import Campaign
import Documents

/// One field of a draft as a person mends it: how it is shown, and how what was typed becomes part of the draft again.
struct DraftField: Sendable {
    enum Kind: Sendable {
        case line, area, day, number
        /// The last part of each choice's key is its value.
        case list([(value: String, key: String)])
    }

    /// The key of the draft, for a part of it with its place: "targets.0.name".
    let name: String
    /// The key of its label.
    let label: String
    let kind: Kind
    let get: @Sendable (ActionDraft) -> String?
    /// False when what was typed cannot be.
    let set: @Sendable (inout ActionDraft, String?) -> Bool

    /// What the element of the page is called.
    var id: String { name.replacing(".", with: "-") }

    init(
        _ name: String, _ label: String, _ kind: Kind, get: @escaping @Sendable (ActionDraft) -> String?,
        set: @escaping @Sendable (inout ActionDraft, String?) -> Bool
    ) {
        self.name = name
        self.label = label
        self.kind = kind
        self.get = get
        self.set = set
    }

    /// A text that may be absent.
    init(_ name: String, _ label: String, _ kind: Kind = .line, _ path: any WritableKeyPath<ActionDraft, String?> & Sendable) {
        self.init(name, label, kind, get: { $0[keyPath: path] }) { draft, typed in
            draft[keyPath: path] = typed
            return true
        }
    }

    static func day(_ name: String, _ label: String, _ path: any WritableKeyPath<ActionDraft, Day?> & Sendable) -> DraftField {
        DraftField(name, label, .day, get: { $0[keyPath: path]?.text }) { draft, typed in
            let day = typed.flatMap { Day($0) }
            draft[keyPath: path] = day
            return (day == nil) == (typed == nil)
        }
    }

    static func number(_ name: String, _ label: String, _ path: any WritableKeyPath<ActionDraft, Int?> & Sendable) -> DraftField {
        DraftField(name, label, .number, get: { $0[keyPath: path].map(String.init) }) { draft, typed in
            let number = typed.flatMap { Int($0) }
            draft[keyPath: path] = number
            return (number == nil) == (typed == nil) && number.map { (0...10_000_000).contains($0) } ?? true
        }
    }

    /// One of a few values.
    static func choice<Choice: RawRepresentable & CaseIterable & Sendable>(
        _ name: String, _ label: String, _ path: any WritableKeyPath<ActionDraft, Choice?> & Sendable, key: @escaping @Sendable (Choice) -> String
    ) -> DraftField where Choice.RawValue == String {
        let choices = Choice.allCases.map { (value: $0.rawValue, key: key($0)) }
        return DraftField(name, label, .list(choices), get: { $0[keyPath: path]?.rawValue }) { draft, typed in
            let choice = typed.flatMap(Choice.init(rawValue:))
            draft[keyPath: path] = choice
            return (choice == nil) == (typed == nil)
        }
    }

    /// Several lines, one piece each.
    static func lines(_ name: String, _ label: String, _ path: any WritableKeyPath<ActionDraft, [String]> & Sendable) -> DraftField {
        DraftField(name, label, .area, get: { $0[keyPath: path].isEmpty ? nil : $0[keyPath: path].joined(separator: "\n") }) { draft, typed in
            draft[keyPath: path] = typed.typedLines
            return true
        }
    }
}

extension Optional where Wrapped == String {
    /// The lines that say something.
    var typedLines: [String] {
        (self ?? "").split(whereSeparator: \.isNewline).map { $0.trimmed }.filter { !$0.isEmpty }
    }
}

extension StringProtocol {
    var trimmed: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
