extension DraftReader {
    /// A document's lines as the recognisers see them, each with the number that findings give as their place; columns of one line share it.
    /// None of a document that cannot be read.
    package func lines(of bytes: [UInt8]) -> [(number: Int, text: String)] {
        let lines = (try? Readers.lines(of: bytes)) ?? []
        return lines.map { (number: $0.number, text: $0.text) }
    }
}
