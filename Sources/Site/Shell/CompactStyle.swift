import Foundation

/// A stylesheet as it travels: without comments, indents, line ends and the blanks that only help whoever edits it.
struct CompactStyle {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self).replacing(#/(?s)\/\*.*?\*\//#, with: "").split(whereSeparator: \.isNewline)
        let text = lines.map { $0.trimmingCharacters(in: .whitespaces) }.reduce(into: "") { text, line in
            // a value or a list of selectors may go on in the next line
            text += (text.last.map { "{};,".contains($0) } ?? true) ? line : " " + line
        }
        let spared = [(": ", ":"), (", ", ","), ("; ", ";"), (" {", "{"), ("{ ", "{"), (" }", "}"), (";}", "}")]
        self.bytes = Array(spared.reduce(text) { $0.replacing($1.0, with: $1.1) }.utf8)
    }
}
