import Testing

@testable import Documents

@Suite struct WrappedTextTests {
    private func lines(_ text: String) throws -> [String] { try PlainTextReader().lines(of: Array(text.utf8)).map(\.text) }

    private let telegram = """
        The teacher Ana Lind was taken from her house in the early morning by a
        group of men in plain clothes. Her neighbours saw how she was pushed into
        a car without number plates, which left in the direction of the barracks.
        Nobody has told her family where she is, nor why she was arrested, and the
        police say that they know nothing of it.

        Mr Paul Berg
        Minister of Justice
        Springfield
        """

    @Test func `lines that a telegram wrapped are one paragraph, an address stays in lines`() throws {
        let lines = try lines(telegram)
        #expect(lines.first?.hasSuffix("they know nothing of it.") == true)
        #expect(lines.suffix(3) == ["Mr Paul Berg", "Minister of Justice", "Springfield"])
    }

    @Test func `the line's number is that of its first`() throws {
        let lines = try PlainTextReader().lines(of: Array(telegram.utf8))
        #expect(lines.first { $0.text == "Mr Paul Berg" }?.number == 7)
    }

    @Test func `text with a paragraph a line is left as it is`() throws {
        let text = "One paragraph that ends here.\nAnother that ends as well.\nMinister of Justice\nMain Street 5\nSpringfield\nPeru"
        #expect(try lines(text) == text.split(separator: "\n").map(String.init))
    }
}
