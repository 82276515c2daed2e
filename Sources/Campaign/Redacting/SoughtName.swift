import Documents

/// A name that is to be written otherwise wherever a case has it, and what stands there instead.
package struct SoughtName: Sendable, Equatable {
    package let name: String
    package let replacement: String

    /// Both must say something.
    package init?(_ name: String, _ replacement: String) {
        let name = Self.tidy(name), replacement = Self.tidy(replacement)
        guard FoldedSigns.key(name).contains(where: \.isOfWord), !replacement.isEmpty else { return nil }
        self.name = name
        self.replacement = replacement
    }

    /// "Maria" for another name, or "Maria = Mario" with what stands for just this one.
    package init?(variant: String, else replacement: String) {
        let parts = variant.split(separator: "=", maxSplits: 1).map(String.init)
        guard let name = parts.first else { return nil }
        self.init(name, parts.count > 1 ? parts[1] : replacement)
    }

    private static func tidy(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

/// What a text is searched for: a name in clear, or only the salted hash of one, so that what was erased can be found again without being kept.
struct NamePattern: Sendable {
    enum Key: Sendable, Equatable {
        case clear([Unicode.Scalar])
        case hashed(salt: String, hash: String)
    }

    let key: Key
    /// In folded signs.
    let length: Int
    let replacement: String
    /// Whether the name has several words; a single one may be an ordinary word too.
    let hasSeveralWords: Bool
    /// Written without blanks, as in a hashtag, and looked for only there.
    let isCompact: Bool
    /// What is to stay as it is, since it is what is written instead.
    var isKept = false
    /// The letters as the editor wrote them; nil for a hash.
    let printed: String?

    func matches(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        switch key {
        case .clear(let name): scalars.elementsEqual(name)
        case .hashed(let salt, let hash): Self.hash(scalars, salt) == hash
        }
    }

    static func hash(_ scalars: some Sequence<Unicode.Scalar>, _ salt: String) -> String {
        Digest.sha256("\(salt) \(String(String.UnicodeScalarView(scalars)))")
    }
}

extension NamePattern {
    /// The new name itself.
    init?(kept replacement: String) {
        let key = FoldedSigns.key(replacement)
        guard let first = key.first, first.isOfWord else { return nil }
        self.init(
            key: .clear(key), length: key.count, replacement: replacement, hasSeveralWords: true, isCompact: false, isKept: true,
            printed: replacement)
    }

    /// As markup writes it.
    var escaped: NamePattern {
        let words = ("\(replacement)" as HTML).text
        guard case .clear = key, let printed else {
            return NamePattern(
                key: key, length: length, replacement: words, hasSeveralWords: hasSeveralWords, isCompact: isCompact, isKept: isKept, printed: nil)
        }
        let name = isCompact ? printed : ("\(printed)" as HTML).text,
            own = isCompact ? FoldedSigns.key(name).filter(\.isOfWord) : FoldedSigns.key(name)
        return NamePattern(
            key: .clear(own), length: own.count, replacement: words, hasSeveralWords: hasSeveralWords, isCompact: isCompact, isKept: isKept,
            printed: name)
    }

    /// The name as it stands, and as hashtags and handles run it together.
    static func all(_ sought: SoughtName) -> [NamePattern] {
        let key = FoldedSigns.key(sought.name), compact = key.filter(\.isOfWord), words = key.split { !$0.isOfWord }.count
        let plain = NamePattern(
            key: .clear(key), length: key.count, replacement: sought.replacement, hasSeveralWords: words > 1, isCompact: false, printed: sought.name)
        let joined = NamePattern(
            key: .clear(compact), length: compact.count, replacement: sought.replacement.joined, hasSeveralWords: words > 1, isCompact: true,
            printed: sought.name)
        return [plain, joined]
    }

    /// The same, known only by a hash.
    func hashed(_ salt: String) -> NamePattern {
        guard case .clear(let name) = key else { return self }
        return NamePattern(
            key: .hashed(salt: salt, hash: Self.hash(name, salt)), length: length, replacement: replacement, hasSeveralWords: hasSeveralWords,
            isCompact: isCompact, printed: nil)
    }
}

extension String {
    /// Without anything that would end a hashtag.
    fileprivate var joined: String { String(split { !$0.isLetter && !$0.isNumber }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()) }
}
