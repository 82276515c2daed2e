import Foundation
import FoundationXML

/// Reads XLIFF 1.2 and 2.x as other programs write them. Safe on any bytes: no document type, no entity, no other file is ever looked at.
package struct XLIFFReader: Sendable {
    /// Bytes of a file; an output has some ten pages at most, with translation, notes and marks.
    package static let mostBytes = 3_000_000

    package init() {}

    package func callAsFunction(_ bytes: [UInt8]) throws(TranslationFile.Refused) -> TranslationFile {
        guard bytes.count <= Self.mostBytes else { throw .tooLarge }
        let text = try Self.text(of: bytes)
        guard !text.contains("<!DOCTYPE"), !text.contains("<!ENTITY") else { throw .doctype }
        let parser = XMLParser(data: Data(text.utf8)), listener = XLIFFListener()
        parser.shouldProcessNamespaces = true
        parser.shouldResolveExternalEntities = false
        parser.delegate = listener
        let isWhole = parser.parse()
        if let refused = listener.refused { throw refused }
        guard isWhole, listener.isEnded else { throw .malformed(line: max(1, parser.lineNumber)) }
        return try listener.file()
    }

    /// The text without its declaration: what that says of an encoding is no longer so.
    private static func text(of bytes: [UInt8]) throws(TranslationFile.Refused) -> String {
        let decoded: String?
        if bytes.starts(with: [0xFF, 0xFE]) {
            decoded = String(data: Data(bytes.dropFirst(2)), encoding: .utf16LittleEndian)
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            decoded = String(data: Data(bytes.dropFirst(2)), encoding: .utf16BigEndian)
        } else {
            decoded = String(validating: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
        }
        guard let text = decoded else { throw .encoding }
        guard text.hasPrefix("<?xml"), let end = text.firstRange(of: "?>")?.upperBound else { return text }
        return String(text[end...])
    }
}
