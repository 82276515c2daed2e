/// The heads, feet and text boxes of a Word file, which the converter leaves out.
package struct WordFurniture: Sendable {
    /// The words of heads and feet, each once, in the order of the file.
    package private(set) var texts: [String] = []

    /// None where the file is no Word file that can be unpacked.
    package init(of bytes: [UInt8]) {
        guard let archive = try? ZipArchive(bytes) else { return }
        for member in archive.members.prefix(200) where Self.isFurniture(member.name) && member.size < 200_000 {
            guard let part = try? archive.contents(of: member) else { continue }
            let text = Self.text(of: part)
            if !text.isEmpty, !texts.contains(text) { texts.append(text) }
        }
    }

    private static func isFurniture(_ name: String) -> Bool { name.hasPrefix("word/header") || name.hasPrefix("word/footer") }

    /// What stands between the tags, a blank for every paragraph.
    private static func text(of part: [UInt8]) -> String {
        var text: [UInt8] = [], isInside = false, isText = false, tag: [UInt8] = []
        for byte in part {
            switch byte {
            case 0x3C:
                isInside = true
                tag = []
            case 0x3E:
                isInside = false
                if tag == Array("w:t".utf8) || tag.starts(with: Array("w:t ".utf8)) { isText = true }
                if tag == Array("/w:t".utf8) { isText = false }
                if tag == Array("/w:p".utf8) { text.append(0x20) }
            default:
                if isInside { if tag.count < 8 { tag.append(byte) } } else if isText { text.append(byte) }
            }
        }
        return String(decoding: text, as: UTF8.self).split(separator: " ").joined(separator: " ")
    }
}
