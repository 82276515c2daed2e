/// What an archive calls its members, for people: never a path.
extension ZipArchive.Member {
    package var isFolder: Bool { name.hasSuffix("/") }

    /// The last part of the name, without anything that could lead elsewhere.
    package var baseName: String { Self.harmless(parts.last ?? "") }

    /// The whole name, without steps out of the archive and without marks that a terminal obeys.
    package var shownName: String { parts.filter { $0 != "." && $0 != ".." }.map(Self.harmless).joined(separator: "/") }

    private var parts: [Substring] { name.unicodeScalars.split { $0 == "/" || $0 == "\\" }.map { Substring($0) } }

    private static func harmless(_ part: Substring) -> String {
        String(String.UnicodeScalarView(part.unicodeScalars.filter { !isObeyed($0) }.prefix(200)))
    }

    /// Controls, and marks that turn the direction of writing.
    private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
