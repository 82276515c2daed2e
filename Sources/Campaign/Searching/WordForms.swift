import Documents

/// The forms under which words are kept in the index and looked up in it: letters and digits alone, without case and accents, with and without
/// the ending that a language gives them.
///
/// What comes out holds no sign that either engine's query language knows.
struct WordForms {
    /// Nobody writes longer words; what a machine wrote is cut.
    private static let longest = 40

    private let language: Language
    private let stemmer: Stemmer?
    private var known: [String: [String]] = [:]

    init(_ language: Language) {
        self.language = language
        stemmer = Stemmer(language)
    }

    /// Whether every form of a word that begins with a plain letter begins with the same letter, in small.
    var keepBeginnings: Bool { stemmer == nil || Stemmer.leavesBeginnings.contains(language.primary) }

    /// Two at most: readers leave accents out, and endings are known by them.
    mutating func forms(of word: Substring) -> [String] {
        let small = Self.small(word)
        if let forms = known[small] { return forms }
        let plain = Self.plain(small)
        var forms = [plain]
        if let stemmer {
            let stem = Self.plain(stemmer.stem(small)), plainStem = small == plain ? stem : Self.plain(stemmer.stem(plain))
            forms = stem == plainStem ? [stem] : [stem, plainStem]
        }
        forms = forms.filter { !$0.isEmpty }
        known[small] = forms
        return forms
    }

    mutating func forms(in text: String) -> Set<String> {
        var all: Set<String> = []
        for word in SoughtWords(text) { all.formUnion(forms(of: word)) }
        return all
    }

    private static func small(_ word: Substring) -> String {
        String(String.UnicodeScalarView(word.unicodeScalars.prefix(longest))).lowercased()
    }

    /// Without accents and marks; as names are compared.
    static func plain(_ word: String) -> String {
        if word.utf8.allSatisfy({ $0 < 0x80 }) { return word.lowercased().filter { $0.isLetter || $0.isNumber } }
        return String(String.UnicodeScalarView(FoldedSigns.key(word).filter(\.isOfWord)))
    }
}

/// The words of a text one after the other: runs of letters and digits; where a script sets no blanks, every two signs that stand together.
struct SoughtWords: Sequence, IteratorProtocol {
    private let text: String
    private let scalars: String.UnicodeScalarView
    private var index: String.Index

    init(_ text: String) {
        self.text = text
        scalars = text.unicodeScalars
        index = text.startIndex
    }

    mutating func next() -> Substring? {
        while index < scalars.endIndex, !Self.isOfWord(scalars[index]) { index = scalars.index(after: index) }
        guard index < scalars.endIndex else { return nil }
        let start = index
        index = scalars.index(after: index)
        if scalars[start].isUnbroken {
            guard index < scalars.endIndex, Self.isOfWord(scalars[index]), scalars[index].isUnbroken else { return text[start..<index] }
            let second = scalars.index(after: index),
                goesOn = second < scalars.endIndex && Self.isOfWord(scalars[second]) && scalars[second].isUnbroken
            defer { if !goesOn { index = second } }
            return text[start..<second]
        }
        while index < scalars.endIndex, Self.isOfWord(scalars[index]), !scalars[index].isUnbroken { index = scalars.index(after: index) }
        return text[start..<index]
    }

    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value < 0x80 { return value >= 0x61 && value <= 0x7A || value >= 0x41 && value <= 0x5A || value >= 0x30 && value <= 0x39 }
        return scalar.isOfWord
    }
}
