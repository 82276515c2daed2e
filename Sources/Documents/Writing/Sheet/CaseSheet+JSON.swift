import Foundation

/// The document for programs: `{"title", "language", "direction", "foot": [], "blocks": [{"kind", "language", "text" | "items"}]}`.
extension CaseSheet: Encodable {
    private enum Keys: String, CodingKey { case title, language, direction, foot, blocks }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(title, forKey: .title)
        try container.encode(language, forKey: .language)
        try container.encode(language.isRightToLeft ? "rtl" : "ltr", forKey: .direction)
        try container.encode(foot, forKey: .foot)
        try container.encode(passages, forKey: .blocks)
    }

    /// UTF-8, keys in order, so that equal documents are equal bytes.
    package func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + [0x0A]
    }
}

extension CaseSheet.Passage: Encodable {
    private enum Keys: String, CodingKey { case kind, language, text, items }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(language, forKey: .language)
        func say(_ kind: String, _ text: String) throws {
            try container.encode(kind, forKey: .kind)
            try container.encode(text, forKey: .text)
        }
        func say(_ kind: String, _ items: [String]) throws {
            try container.encode(kind, forKey: .kind)
            try container.encode(items, forKey: .items)
        }
        switch block {
        case .title(let text): try say("title", text)
        case .heading(let text): try say("heading", text)
        case .paragraph(let text): try say("paragraph", text)
        case .note(let text): try say("note", text)
        case .blank(let text): try say("blank", text)
        case .list(let items): try say("list", items)
        case .lines(let lines): try say("lines", lines)
        case .part, .newPage: break
        }
    }
}
