import Documents

/// A file as it arrived at the desk: its bytes, or already why it is not taken.
package struct NewDocument: Sendable {
    package let name: String
    package let bytes: [UInt8]
    package let sha256: String
    package let trouble: ReviewTrouble?

    /// - Parameter name: as the browser tells it; only its last part is kept, without marks that would be obeyed somewhere.
    package init(named name: String, _ bytes: [UInt8]) {
        self.init(named: name, bytes, trouble: Self.trouble(of: bytes))
    }

    init(named name: String, _ bytes: [UInt8], trouble: ReviewTrouble?) {
        self.name = Self.harmless(name)
        self.bytes = bytes
        self.trouble = trouble
        sha256 = Digest.sha256(bytes)
    }

    /// The documents that a file stands for: those in it when it is an archive, else itself.
    package static func all(in bytes: [UInt8], named name: String) -> [NewDocument] {
        guard DocumentFormat.isZipped(bytes), bytes.count <= ReviewBounds.file else { return [NewDocument(named: name, bytes)] }
        do throws(ZipArchive.Refused) {
            let archive = try ZipArchive(bytes)
            guard DocumentFormat.of(archive) == .archive else { return [NewDocument(named: name, bytes)] }
            return members(of: archive, named: name, bytes)
        } catch {
            return [NewDocument(named: name, bytes, trouble: ReviewTrouble(reason: error.reason))]
        }
    }

    private static func members(of archive: ZipArchive, named name: String, _ bytes: [UInt8]) -> [NewDocument] {
        let documents = archive.documents
        guard !documents.isEmpty else { return [NewDocument(named: name, bytes, trouble: .emptyArchive)] }
        guard documents.count <= ReviewBounds.files else { return [NewDocument(named: name, bytes, trouble: .tooMany)] }
        guard documents.reduce(0, { $0 + min($1.size, 1 << 40) }) <= ReviewBounds.upload * 3 else {
            return [NewDocument(named: name, bytes, trouble: .bomb)]
        }
        return documents.map { member in
            do throws(ZipArchive.Refused) {
                let inside = try archive.contents(of: member)
                let isNested = DocumentFormat.isZipped(inside) && DocumentFormat.of(inside) == .archive
                return isNested ? NewDocument(named: member.baseName, inside, trouble: .nested) : NewDocument(named: member.baseName, inside)
            } catch {
                return NewDocument(named: member.baseName, Array("\(name)/\(member.shownName)".utf8), trouble: ReviewTrouble(reason: error.reason))
            }
        }
    }

    /// What is refused before anything is read: nothing, too much, or a drawing, which is a program in disguise.
    private static func trouble(of bytes: [UInt8]) -> ReviewTrouble? {
        if bytes.isEmpty { return .empty }
        if bytes.count > ReviewBounds.file { return .tooLarge }
        return isDrawing(bytes) ? .drawing : nil
    }

    /// Scalable vector graphics, with nothing but a prologue before them.
    private static func isDrawing(_ bytes: [UInt8]) -> Bool {
        let start = String(decoding: bytes.prefix(2_048), as: UTF8.self).lowercased()
        guard let mark = start.firstRange(of: "<svg") else { return false }
        let before = start[..<mark.lowerBound]
        return !before.contains("<html") && before.first { !$0.isWhitespace && $0 != "\u{FEFF}" }.map { $0 == "<" } ?? true
    }

    private static func harmless(_ name: String) -> String {
        let base = name.split { $0 == "/" || $0 == "\\" }.last ?? ""
        let kept = base.unicodeScalars.filter { $0.properties.generalCategory != .control && $0.properties.generalCategory != .format }
        return String(String(String.UnicodeScalarView(kept)).prefix(120))
    }
}
