public import Mustache

/// How templates write what pages hold: as text in an element, or in an attribute between quotation marks. Nothing is left out.
///
/// The template library would go by characters as readers see them, in which a sign and the mark above it are one: a quotation mark under an
/// accent would end an attribute, and what follows would be ours in a browser's eyes.
struct PageText: MustacheContentType {
    /// Stands at the beginning of each template, on a line of its own which the library drops.
    static let pragma = "{{% CONTENT_TYPE: PAGE}}\n"

    static func register() { MustacheContentTypes.register(PageText(), named: "PAGE") }

    func escapeText(_ text: String) -> String {
        guard text.utf8.contains(where: { Self.reference($0) != nil }) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 32)
        for byte in text.utf8 { if let reference = Self.reference(byte) { bytes += reference.utf8 } else { bytes.append(byte) } }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// How a sign is written that would be markup; nil for all others.
    private static func reference(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}

/// Most of what templates print are words. Named so, they are not first looked at as anything else a value may be.
extension String: @retroactive MustacheCustomRenderable {
    public var renderText: String { self }
    public var isNull: Bool { false }
}
