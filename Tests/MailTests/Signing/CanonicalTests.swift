import Testing

@testable import Mail

/// The examples of RFC 6376 section 3.4.5, and what they leave open.
@Suite struct CanonicalTests {
    private func field(_ text: String) -> String { String(decoding: Canonical.field(text.utf8), as: UTF8.self) }
    private func body(_ text: String) -> String { String(decoding: Canonical.body(text.utf8), as: UTF8.self) }

    @Test(arguments: [
        ("A: X\r\n", "a:X"), ("B : Y\t\r\n\tZ  \r\n", "b:Y Z"), ("SUBJect:\r\n  a:b : c  \r\n", "subject:a:b : c"), ("X:\r\n", "x:"),
        ("X::: \r\n", "x:::"),
        ("X: : a\r\n", "x:: a"),
    ])
    func `a field is one line with single blanks`(_ text: String, _ canonical: String) {
        #expect(field(text) == canonical)
    }

    @Test(arguments: [
        (" C \r\nD \t E\r\n\r\n\r\n", " C\r\nD E\r\n"), ("", ""), ("\r\n\r\n", ""), ("a", "a\r\n"), ("\r\na\r\n", "\r\na\r\n"),
        ("a\r\n \r\n\r\nb\r\n \t\r\n", "a\r\n\r\n\r\nb\r\n"),
    ])
    func `a body has single blanks, none at line ends, and no empty lines at its end`(_ text: String, _ canonical: String) {
        #expect(body(text) == canonical)
    }
}
