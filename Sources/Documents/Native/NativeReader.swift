/// Reads what `NativeWriter` wrote, or a person in the same form. Safe on any bytes; nothing in a file is guessed at or dropped.
package struct NativeReader: Sendable {
    package init() {}

    /// One output in one language: a hundred times what the longest known ones take.
    private static let mostBytes = 2_000_000

    /// Whether a file says of itself that it is of this format, by its first two lines.
    package static func recognises(_ bytes: [UInt8]) -> Bool {
        let lines = bytes.prefix(200).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).prefix(2).map { String(decoding: $0, as: UTF8.self) }
        return lines.count == 2 && lines[0].trimmingMark == "---" && lines[1].hasPrefix("amparo:")
    }

    package func callAsFunction(_ bytes: [UInt8]) throws(NativeDocument.Malformed) -> NativeDocument {
        guard bytes.count <= Self.mostBytes else { throw .init("the file is larger than \(Self.mostBytes / 1_000_000) MB") }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .init("the file is not UTF-8") }
        let lines = try lines(of: text)
        guard lines.first?.trimmingMark == "---", let end = lines.dropFirst().firstIndex(of: "---") else {
            throw .init("no front matter between two lines of ---")
        }
        let facts = try FrontMatterReading(yaml: lines[1..<end].joined(separator: "\n"))
        guard try facts.needed("amparo", Int.init) == NativeDocument.version else { throw .init("written by a newer program") }
        let reference = try facts.needed("reference", Self.reference)
        if let removal = try facts.part("withdrawn") { return .withdrawal(try NativeWithdrawal(reference, removal)) }
        var output = try NativeOutput(reference, facts)
        try BodyReading.read(lines[(end + 1)...], into: &output)
        return .output(output)
    }

    /// The lines without their ends. A control sign that is not written out (`&#12;`, "\f") is somebody's damage, and refused.
    private func lines(of text: String) throws(NativeDocument.Malformed) -> [String] {
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            .map { String(String.UnicodeScalarView($0.last == "\r" ? $0.dropLast() : $0)) }
        for (number, line) in lines.enumerated() where line.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\t" || $0.value == 0x7F }) {
            throw .init("line \(number + 1): a control character")
        }
        return lines
    }

    /// A whole reference in any printed form, of a case that can be: numbers count from 1, years from 1973.
    private static func reference(_ text: String) -> Reference? {
        guard let reference = try? Reference(text), reference.serial > 0, (1973...2072).contains(reference.year) else { return nil }
        return reference
    }
}

extension String {
    /// Without the byte order mark that some editors put before the first line.
    fileprivate var trimmingMark: String {
        String(String.UnicodeScalarView(unicodeScalars.drop { $0 == "\u{FEFF}" }))
    }
}
