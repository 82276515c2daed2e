/// Bytes in any encoding, the first up to a line end naming one: text that is composed, or none; lines or a refusal.
func fuzzText(_ input: [UInt8]) {
    let name = input.prefix(30).prefix { $0 != 0x0A }
    if let text = NamedEncoding.text(of: Array(input.dropFirst(name.count + 1)), String(decoding: name, as: UTF8.self)) { checkPlain(text) }
    if let lines = try? PlainTextReader().lines(of: input) { checkLines(lines) }
}

private func checkPlain(_ text: String) {
    if let lines = try? PlainTextReader.lines(of: text) { checkLines(lines) }
}
