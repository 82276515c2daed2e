import Documents
import Mail
import Synchronization

/// What all notices of the same alerts in one language have in common: everything but the way out, which is each supporter's own and stands
/// between the two halves.
final class NoticeFrame: Sendable {
    let subject: String
    let mailSubject: Mail.Subject
    let plain: Halves
    let html: Halves
    let short: String
    /// The first lines, for a notification that shows no more.
    let summary: String

    init(subject: String, plain: Halves, html: Halves, short: String, summary: String) {
        self.subject = subject
        mailSubject = Mail.Subject(subject)
        self.plain = plain
        self.html = html
        self.short = short
        self.summary = summary
    }

    /// What stands before and after, also as mail carries it.
    struct Halves: Sendable {
        let before: String
        let after: String
        private let mailed: (before: MessageText.Piece, after: MessageText.Piece)

        init(before: String, after: String) {
            self.before = before
            self.after = after
            mailed = (MessageText.Piece(before), MessageText.Piece(after))
        }

        func with(_ middle: String) -> String { before + middle + after }

        func mailed(with middle: String) -> MessageText { MessageText([mailed.before, MessageText.Piece(middle), mailed.after]) }
    }
}

/// The frames of notices that are written out of one view of the data, each made once.
final class NoticeFrames: Sendable {
    struct Key: Hashable {
        let alerts: [Alert.ID]
        let language: Language
        let isDigest: Bool
        let isForGroup: Bool
    }

    /// What notices have in common besides their words: where they lead, and what the address begins with that ends them.
    struct Framed: Sendable {
        let frame: NoticeFrame
        let link: String
        let stopStart: String
    }

    private let frames = Mutex<[Key: Framed]>([:])

    func frame(_ key: Key, _ make: () -> Framed) -> Framed {
        if let framed = frames.withLock({ $0[key] }) { return framed }
        let framed = make()
        frames.withLock { $0[key] = framed }
        return framed
    }
}
