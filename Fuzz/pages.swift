/// What a converter might print of a PDF: lines or a refusal, whatever the numbers in it are.
func fuzzPages(_ input: [UInt8]) {
    _ = PagesReader.recognises(input)
    if let lines = try? PagesReader().lines(of: input) { checkLines(lines) }
}
