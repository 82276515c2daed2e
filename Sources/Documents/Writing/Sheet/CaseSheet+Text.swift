extension CaseSheet {
    /// Plain text, a blank line between blocks.
    package var plainText: String {
        text { block in
            switch block {
            case .title(let text): text + "\n" + String(repeating: "=", count: text.count)
            case .heading(let text): text + "\n" + String(repeating: "-", count: text.count)
            case .paragraph(let text), .note(let text), .blank(let text): text
            case .list(let items): items.map { "- \($0)" }.joined(separator: "\n")
            case .lines(let lines): lines.joined(separator: "\n")
            case .part, .newPage: ""
            }
        }
    }

    /// Markdown (CommonMark); what would be read as markup is escaped.
    package var markdown: String {
        text { block in
            switch block {
            case .title(let text): "# " + Markdown.escaped(text)
            case .heading(let text): "## " + Markdown.escaped(text)
            case .paragraph(let text), .blank(let text): Markdown.escaped(text)
            case .note(let text): "> " + Markdown.escaped(text).replacing("\n", with: "\n> ")
            case .list(let items): items.map { "- " + Markdown.escaped($0) }.joined(separator: "\n")
            case .lines(let lines): lines.map(Markdown.escaped).joined(separator: "\\\n")
            case .part, .newPage: ""
            }
        }
    }

    private func text(_ write: (Block) -> String) -> String {
        passages.map { write($0.block) }.joined(separator: "\n\n") + "\n"
    }
}
