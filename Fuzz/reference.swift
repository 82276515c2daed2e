/// One line of any text: a reference keeps its value through every form in which it is printed.
func fuzzReference(_ input: [UInt8]) {
    let text = String(decoding: input, as: UTF8.self)
    _ = SubjectLine(text)
    _ = PrintedReference(text)
    guard let reference = try? Reference(text) else { return }
    precondition(Reference(slug: reference.slug) == reference, "an address gives its reference back")
    for style in [ReferenceStyle.slash, .dot, .padded] {
        precondition((try? Reference(reference.printed(style))) == reference, "a printed reference is read back: \(reference.printed(style))")
    }
}
