import Documents
import Foundation
import Outgoing

/// What a browser shows: its worker reads this as JSON, and has no words of its own.
package struct PushNotice: Sendable, Equatable, Encodable {
    package let title: String
    package let body: String
    /// What a press opens.
    package let url: String
    /// Where alerts are ended, and what its button says; nil where there is nothing to end.
    package let stop: String?
    package let stopLabel: String?
    /// A later notice of the same tag takes the place of the earlier, at the push service and on the screen.
    package let tag: String
    package let lang: String
    package let dir: String

    /// - Parameter tag: at most 32 letters of URL-safe base 64.
    init(title: String, body: String, url: String, stop: (link: String, label: String)?, tag: String, language: Language) {
        self.title = Self.cut(title, to: 200)
        self.body = Self.cut(body, to: 900)
        self.url = url
        self.stop = stop?.link
        stopLabel = stop?.label
        self.tag = tag
        lang = language.rawValue
        dir = language.isRightToLeft ? "rtl" : "ltr"
    }

    /// Screens show less than that, and a message has room for no more: a letter may take four bytes.
    private static func cut(_ text: String, to bytes: Int) -> String {
        guard text.utf8.count > bytes else { return text }
        var cut = ""
        for letter in text {
            guard cut.utf8.count + String(letter).utf8.count <= bytes - 3 else { break }
            cut.append(letter)
        }
        return cut + "…"
    }

    /// - Parameter lifetime: for how many seconds the push service keeps it for a browser that is away.
    func message(lifetime: Int, urgency: PushMessage.Urgency) throws -> PushMessage {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return PushMessage(Array(try encoder.encode(self)), lifetime: lifetime, urgency: urgency, topic: tag)
    }
}
