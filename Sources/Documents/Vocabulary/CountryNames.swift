import Foundation

/// Names of countries in every supported language: those of the locale data, and the archive's own.
struct CountryNames: Sendable {
    /// A country found among words.
    struct Hit: Sendable {
        let country: Country
        let words: Range<Int>
        let kind: Kind
    }

    /// How strongly a name speaks for the country of concern.
    enum Kind: String, Sendable { case name, adjective, state }

    static let shared = CountryNames()

    private var phrases = PhraseSet()

    /// What official names put before the short one.
    private static let styles = [
        "en": ["republic of ", "republic of the ", "kingdom of ", "state of ", "islamic republic of "],
        "es": ["república de ", "reino de ", "estado de "],
        "fr": ["république de ", "république du ", "république d ", "royaume de ", "royaume du "],
        "de": ["republik "], "it": ["repubblica di ", "repubblica del "], "nl": ["republiek "], "pt": ["república de ", "república do "],
    ]

    private init() {
        for row in TableFile("Countries/aliases.tsv").rows where row.count >= 3 {
            for name in row[2].split(separator: "|") { phrases.insert(String(name), value: "\(row[1]).\(row[0])") }
        }
        let codes = Locale.Region.isoRegions.map(\.identifier).filter { Country($0) != nil && $0 != "ZZ" }
        for language in ["en", "es", "fr", "de", "it", "nl", "pt", "ar"] {
            let locale = Locale(identifier: language)
            for code in codes {
                guard let name = locale.localizedString(forRegionCode: code), name != code else { continue }
                phrases.insert(name.replacingOccurrences(of: "(", with: "").replacingOccurrences(of: ")", with: ""), value: "\(code).name")
                for style in Self.styles[language] ?? [] { phrases.insert(style + name, value: "\(code).name") }
            }
        }
    }

    /// Every country among the words, from left to right. In running text a name begins with a capital.
    func hits(in words: [Word], from start: Int = 0, to end: Int? = nil, anyCase: Bool = false, limit: Int = .max) -> [Hit] {
        phrases.hits(in: words, from: start, to: end, limit: limit).compactMap { hit in
            let first = words[hit.words.lowerBound]
            guard anyCase || first.isCapitalised || first.isUncased, !isPronoun(first, hit) else { return nil }
            return Self.hit(hit)
        }
    }

    /// The country whose name begins at that word.
    func hit(in words: [Word], at index: Int, anyCase: Bool = false) -> Hit? {
        guard let hit = phrases.hit(in: words, at: index), anyCase || words[index].isCapitalised || words[index].isUncased,
            !isPronoun(words[index], hit)
        else { return nil }
        return Self.hit(hit)
    }

    /// "us" is a country only in capitals.
    private func isPronoun(_ word: Word, _ hit: PhraseSet.Hit) -> Bool {
        hit.words.count == 1 && word.folded == "us" && word.shape != .capitals
    }

    private static func hit(_ hit: PhraseSet.Hit) -> Hit? {
        let parts = hit.value.split(separator: ".")
        guard parts.count == 2, let country = Country(String(parts[0])), let kind = Kind(rawValue: String(parts[1])) else { return nil }
        return Hit(country: country, words: hit.words, kind: kind)
    }
}

extension Word {
    /// Scripts such as Arabic have no capitals.
    var isUncased: Bool { (folded.unicodeScalars.first?.value ?? 0) >= 0x590 }
}
