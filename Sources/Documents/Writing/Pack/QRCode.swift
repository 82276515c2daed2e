import CQREncode

/// A text as a square of dark and light modules that a phone reads (ISO/IEC 18004), drawn as one path.
package struct QRCode: Hashable, Sendable {
    /// Modules a side, without the quiet zone.
    package let size: Int
    /// Row by row; true is dark.
    package let modules: [Bool]

    /// Modules of white that have to stand around it.
    package static let quietZone = 4

    /// With error correction M: 15 % of it may be dirty. Nil for a text that no code on a letter should hold, or an empty one.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty, bytes.count <= 1_000, let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        size = Int(code.pointee.width)
        modules = (0..<size * size).map { code.pointee.data[$0] & 1 == 1 }
    }

    /// A picture that grows to the place it is given, white with its quiet zone.
    ///
    /// - Parameter words: what it is, for those who do not see it.
    package func svg(saying words: String) -> HTML {
        let side = size + 2 * Self.quietZone
        return """
            <svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" role="img" shape-rendering="crispEdges">\
            <title>\(words)</title><path fill="#fff" d="M0 0h\(side)v\(side)h-\(side)z"/><path fill="#000" d="\(path)"/></svg>
            """
    }

    /// Runs of dark modules, each a rectangle.
    private var path: String {
        (0..<size).map { row in
            var path = "", column = 0
            while column < size {
                let run = modules[(row * size + column)..<((row + 1) * size)].prefix { $0 }.count
                if run > 0 { path += "M\(column + Self.quietZone) \(row + Self.quietZone)h\(run)v1h-\(run)z" }
                column += max(run, 1)
            }
            return path
        }.joined()
    }
}
