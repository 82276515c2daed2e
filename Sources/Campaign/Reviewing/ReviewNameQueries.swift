import Documents
import Foundation
import Storage

extension Connection {
    /// Writes erased names of a case otherwise in every document of it that waits for a decision.
    func eraseNames(inReviewsOf reference: Reference) throws {
        for row in try rows("SELECT id, draft FROM review WHERE state = 'read' ORDER BY id") {
            let draft: ActionDraft = try ReviewText.value(of: row("draft"))
            if draft.caseReference == reference { try eraseNames(in: row("id")) }
        }
    }

    /// Writes erased names of its case otherwise in a document that waits for a decision. Where it held one its file goes too, since that
    /// cannot be written otherwise.
    func eraseNames(in id: Review.ID) throws {
        guard let row = try row("SELECT name, source, reading, draft FROM review WHERE id = \(id) AND state = 'read'") else { return }
        let draft: ActionDraft = try ReviewText.value(of: row("draft"))
        guard let reference = draft.caseReference else { return }
        var words = ErasedWords(try erasedNames(of: reference))
        let name = words.erased(from: try row("name")), source = words.erased(fromLines: try ReviewText.value(of: row("source")))
        let reading = try words.erased(fromJSON: row("reading")), mended = try words.erased(fromJSON: row("draft"))
        guard words.count > 0 else { return }
        try overwriteThoroughly()
        try execute(
            """
            UPDATE review SET name = \(name), source = \(ReviewText.text(of: source)), reading = \(reading), draft = \(mended), content = NULL,
                revision = revision + 1 WHERE id = \(id)
            """
        )
    }
}

/// Names that must not come back, taken out of the columns of a review.
private struct ErasedWords {
    private let search: NameSearch
    /// How many places there were.
    private(set) var count = 0

    init(_ names: [ErasedName]) { search = NameSearch(names.map(\.pattern)) }

    mutating func erased(from text: String) -> String {
        let hits = search.hits(in: text).filter(\.isSure)
        count += hits.count
        return text.replacing(hits)
    }

    /// A name may be broken over two lines; there are as many of them afterwards.
    mutating func erased(fromLines lines: [SourceLine]) -> [SourceLine] {
        let text = lines.map(\.text).joined(separator: "\n"), hits = search.hits(in: text).filter(\.isSure)
        count += hits.count
        let whole = hits.map { hit in
            let breaks = hit.found.filter(\.isNewline)
            return NameHit(range: hit.range, found: hit.found, replacement: hit.replacement + breaks, isSure: true)
        }
        let words = text.replacing(whole).split(separator: "\n", omittingEmptySubsequences: false)
        return zip(lines, words).map { SourceLine(number: $0.number, text: String($1)) }
    }

    /// In every text of it, however deep.
    mutating func erased(fromJSON json: String) throws -> String {
        let value = erased(fromValue: try JSONSerialization.jsonObject(with: Data(json.utf8)))
        return String(decoding: try JSONSerialization.data(withJSONObject: value), as: UTF8.self)
    }

    private mutating func erased(fromValue value: Any) -> Any {
        switch value {
        case let text as String: return erased(from: text)
        case let list as [Any]: return list.map { erased(fromValue: $0) }
        case let object as [String: Any]: return object.mapValues { erased(fromValue: $0) }
        default: return value
        }
    }
}
