import Documents
import Foundation

/// One file of `Resources/Examples`: the documents of one case, with days told from the day of loading.
struct Example {
    let name: String
    let invented: Bool
    let drafts: [Entry]
    let withdraw: Withdrawal?

    struct Entry: Decodable {
        let section: Section.Code
        let draft: ActionDraft

        /// Stands for the document's bytes; the same on every day, so that loading twice changes nothing.
        func fingerprint(in name: String) -> String {
            Digest.sha256("example \(name) \(section.rawValue) \(draft.outputOrdinal ?? 1) \(draft.language?.rawValue ?? "")")
        }
    }

    struct Withdrawal: Decodable { let reason: String }

    private struct File: Decodable {
        let invented: Bool
        let drafts: [Entry]
        let withdraw: Withdrawal?
    }

    /// Every shipped example, `{{today+12}}` and `{{yy}}` replaced.
    static func all(on today: Day) throws -> [Example] {
        try Resources.files(in: "Examples", ending: "json").map { url in
            let text = try String(contentsOf: url, encoding: .utf8)
            let file = try JSONDecoder().decode(File.self, from: Data(RelativeDays.resolved(text, on: today).utf8))
            return Example(
                name: url.deletingPathExtension().lastPathComponent, invented: file.invented, drafts: file.drafts, withdraw: file.withdraw
            )
        }
    }

    func terms(for entry: Entry) -> ImportDocument.Terms {
        var terms = ImportDocument.Terms()
        terms.section = entry.section
        terms.isPublished = true
        terms.isInvented = invented
        return terms
    }
}

/// The places in an example where a day counted from today goes.
enum RelativeDays {
    /// Replaces `{{today}}`, `{{today+12}}`, `{{today-3}}` and `{{yy}}`; leaves any other braces alone.
    static func resolved(_ text: String, on today: Day) -> String {
        let pieces = text.components(separatedBy: "{{")
        return pieces.dropFirst().reduce(pieces[0]) { result, piece in
            guard let end = piece.range(of: "}}"), let value = value(of: piece[..<end.lowerBound], on: today) else { return result + "{{" + piece }
            return result + value + piece[end.upperBound...]
        }
    }

    private static func value(of mark: Substring, on today: Day) -> String? {
        if mark == "yy" { return String(today.text.dropFirst(2).prefix(2)) }
        guard mark.hasPrefix("today") else { return nil }
        let offset = mark.dropFirst("today".count)
        return (offset.isEmpty ? 0 : Int(offset)).map { today.adding(days: $0).text }
    }
}
