/// What a page of a letter holds under an address, a date and a subject, by an estimate.
package enum PageRoom {
    package static let linesOnPage = 40
    private static let lettersInLine = 85

    package static func lines(_ paragraphs: [String]) -> Int {
        paragraphs.flatMap { $0.split(separator: "\n") + [""] }.reduce(0) { $0 + 1 + width($1) / lettersInLine }
    }

    /// Chinese, Japanese and Korean letters are twice as wide.
    private static func width(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ((0x2E80...0xD7A3).contains($1.value) ? 2 : 1) }
    }
}
