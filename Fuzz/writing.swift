/// Any text in a letter: no header or line enters a mail link, and no line of text begins a block of Markdown.
func fuzzWriting(_ input: [UInt8]) {
    let text = String(decoding: input, as: UTF8.self)
    let parts = text.split(separator: "\u{1}", omittingEmptySubsequences: false).map(String.init)
    checkLink(MailtoLink(to: [parts[0]], subject: parts[parts.count / 2], body: parts[parts.count - 1]), isEmptySubject: parts.count < 2)
    checkMarkdown(text)
}

private func checkLink(_ link: MailtoLink, isEmptySubject: Bool) {
    for text in [link.text, link.withoutBody] {
        precondition(
            text.utf8.allSatisfy { (0x21...0x7E).contains($0) && ![0x22, 0x27, 0x3C, 0x3E].contains($0) }, "only what may stand in an attribute")
        let halves = text.utf8.split(separator: 0x3F, omittingEmptySubsequences: false)
        precondition(halves.count <= 2 && !halves[0].contains(0x26), "one question mark, and no field before it")
        let names = halves.dropFirst().flatMap { $0.split(separator: 0x26) }.map { String(decoding: $0.prefix { $0 != 0x3D }, as: UTF8.self) }
        precondition([[], ["subject"], ["body"], ["subject", "body"]].contains(names), "no header but subject and body: \(names)")
        precondition(names.first != "subject" || !halves[1].prefix(while: { $0 != 0x26 }).hasLineBreak, "a subject has one line")
        precondition(!halves[0].hasLineBreak, "addresses have one line")
    }
}

/// Every special sign is escaped, so that taking the escapes away gives the text back, and no line begins a block.
private func checkMarkdown(_ text: String) {
    let lines = Markdown.escaped(text).split(omittingEmptySubsequences: false) { $0.isNewline }
    for line in lines {
        precondition(line.first.map { !"#+-=~>".contains($0) && !$0.isWhitespace } ?? true, "no line begins a block: \(line)")
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        precondition(digits.isEmpty || !".)".contains(line.dropFirst(digits.count).first ?? " "), "no line begins a list: \(line)")
    }
    let document = CaseSheet(language: "en", blocks: [.title(text), .heading(text), .paragraph(text), .list([text]), .lines([text, text])])
    _ = document.plainText
    precondition(titleLines(document.markdown) == 2, "a text adds no heading")
}

private func titleLines(_ markdown: String) -> Int {
    markdown.unicodeScalars.split { $0 == "\n" || $0 == "\r" }.count { $0.starts(with: "# ".unicodeScalars) || $0.starts(with: "## ".unicodeScalars) }
}

extension Sequence<UInt8> {
    /// Whether an encoded line break (%0D or %0A) is inside.
    fileprivate var hasLineBreak: Bool {
        let text = String(decoding: Array(self), as: UTF8.self)
        return ["%0D", "%0A", "%0d", "%0a"].contains { text.contains($0) }
    }
}
