import Campaign
import Documents

/// What an official answered, as readers see it: who, when, and what it says; the letter as pictures has a page of its own.
struct ReplyPart: Sendable {
    let replyHeading: String
    let dateLine: String
    let isoDate: String?
    let wordsLang: String
    let wordsDir: String
    let paragraphs: [String]
    let replyPath: String
    let seeLabel: String?

    init(_ reply: Reply, of reference: Reference, for reader: Reader) {
        let text = reply.text(in: reader.languages), language = text?.language ?? reader.language
        replyHeading = reply.office.isEmpty ? reader.text("reply.from_unknown") : reply.office
        dateLine =
            reply.receivedOn.map { reader.text("reply.received", ["date": reader.days.long($0)]) }
            ?? reader.text("reply.handed_in", ["date": reader.days.long(reply.handedOn)])
        isoDate = (reply.receivedOn ?? reply.handedOn).text
        wordsLang = language.rawValue
        wordsDir = language == .undetermined ? "auto" : language.direction
        paragraphs = (text?.words ?? "").split(separator: "\n").map(String.init).filter { $0.contains { !$0.isWhitespace } }
        replyPath = ReplyLinks.show(reply.id, of: reference, reader.language)
        seeLabel = reply.scans.isEmpty ? nil : reader.count("reply.see", reply.scans.count)
    }
}

/// All of them on the page of their action, and where one hands in another.
struct RepliesPart: Sendable {
    let hasReplies: Bool
    let replies: [ReplyPart]
    /// nil where the section does not ask for them.
    let handInPath: String?

    /// nil where there is nothing to say.
    init?(_ view: ActionView) {
        let reader = view.reader, reference = view.action.reference
        replies = view.replies.map { ReplyPart($0, of: reference, for: reader) }
        hasReplies = !replies.isEmpty
        handInPath = reader.section.letters[.replies] == "copy" ? ReplyLinks.new(reference, reader.language) : nil
        if replies.isEmpty, handInPath == nil { return nil }
    }
}
