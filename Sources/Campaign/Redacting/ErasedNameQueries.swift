import Documents
import Storage

/// A name that must not come back to a case: its salted hash, and what stands there instead.
package struct ErasedName: Sendable, Hashable, Codable {
    package let id: String
    package let reference: String
    package let salt: String
    package let hash: String
    package let signs: Int
    package let severalWords: Bool
    package let compact: Bool
    package let replacement: String
    package let at: String
}

extension ErasedName {
    var pattern: NamePattern {
        NamePattern(
            key: .hashed(salt: salt, hash: hash), length: signs, replacement: replacement, hasSeveralWords: severalWords, isCompact: compact,
            printed: nil)
    }
}

extension Connection {
    /// Notes one, once.
    func insert(_ erased: ErasedName, of reference: Reference) throws {
        try execute(
            """
            INSERT INTO erased_name (id, series, serial, year, salt, hash, signs, several_words, compact, replacement, at)
            VALUES (\(erased.id), \(reference.series), \(reference.serial), \(reference.year), \(erased.salt), \(erased.hash), \(erased.signs),
                \(erased.severalWords), \(erased.compact), \(erased.replacement), \(erased.at))
            ON CONFLICT (id) DO NOTHING
            """
        )
    }

    /// Those of one case, or of all.
    func erasedNames(of reference: Reference?) throws -> [ErasedName] {
        let own: SQL =
            reference.map { "series = \($0.series) AND serial = \($0.serial) AND year = \($0.year)" } ?? "1 = 1"
        return try rows("SELECT * FROM erased_name WHERE \(own) ORDER BY at, id").map { row in
            ErasedName(
                id: try row("id"), reference: try Reference(row).printed(.slash), salt: try row("salt"), hash: try row("hash"),
                signs: try row("signs"), severalWords: try row("several_words"), compact: try row("compact"),
                replacement: try row("replacement"), at: try row("at"))
        }
    }

    /// Writes erased names of a case otherwise wherever they came back. Returns in how many places.
    @discardableResult
    func eraseAgain(in action: Action.ID) throws -> Int {
        let names = try erasedNames(of: reference(of: action))
        guard !names.isEmpty else { return 0 }
        let search = NameSearch(names.map(\.pattern))
        var places = 0
        try overwriteThoroughly()
        for text in try caseTexts(of: action) {
            let hits = search.hits(in: text).filter(\.isSure)
            guard !hits.isEmpty else { continue }
            try rewrite(text, as: text.words.replacing(hits))
            places += hits.count
        }
        if places > 0 {
            try remakeKeys(of: action)
            try touch(action)
        }
        return places
    }

    /// What was withdrawn, and since when.
    func withdrawnReferences() throws -> [(Reference, Instant)] {
        try rows(
            "SELECT a.series, a.serial, a.year, w.at FROM withdrawal w JOIN action a ON a.id = w.action_id ORDER BY w.at, a.year, a.serial, a.series"
        ).map { (try Reference($0), try $0("at")) }
    }
}
