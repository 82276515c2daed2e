import CCurl

/// How an attempt went, and what it says of the domain or of the server.
struct SMTPOutcome: Sendable, Equatable {
    /// Who is to be left alone for a while.
    enum Trouble: Sendable, Equatable {
        case none
        /// All is well there: earlier trouble is forgotten.
        case over
        /// The domain answered 4yz, to this recipient at least.
        case recipient
        /// The domain or the line to it broke.
        case domain
        /// No message reaches the server as it is: no connection, no TLS, no sign-in.
        case server
    }

    let verdict: Verdict
    let trouble: Trouble
    /// Whether a kept connection was dead before anything of the message went out.
    var isStale = false

    static let notTried = SMTPOutcome(verdict: .postponed(.zero), trouble: .none)
    static let unusable = SMTPOutcome(verdict: .refusedForNow("libcurl cannot be used"), trouble: .server)
}

extension SMTPOutcome {
    /// How far a message has come on a line.
    struct Progress {
        /// Whether the line had carried messages before.
        let wasKept: Bool
        /// Whether the sender was accepted: then the server is willing, and what follows is about this recipient.
        var isWilling = false
        /// Whether something of the text was sent: from then on the server may have it.
        var hasBegun = false
        /// Whether all of it was.
        var hasEnded = false
        /// The last answer.
        var last: SMTPReply?
        /// The first that was no yes, before the text.
        var refusal: SMTPDialogue.Refusal?

        /// Of a message that the server took.
        var outcome: SMTPOutcome { SMTPOutcome(verdict: .accepted(ServerWords(last?.words ?? "").text), trouble: .over) }

        init(wasKept: Bool) { self.wasKept = wasKept }
    }

    /// - Parameters:
    ///   - failure: libcurl's words.
    ///   - words: the server's last answer.
    static func unopened(_ code: CURLcode, _ failure: String, _ words: String) -> SMTPOutcome {
        let reason = failure.isEmpty ? String(cString: curl_easy_strerror(code)) : ServerWords(failure).text
        return SMTPOutcome(
            verdict: .refusedForNow([reason, ServerWords(words).text].filter { !$0.isEmpty }.joined(separator: ": ")),
            trouble: code == CURLE_ABORTED_BY_CALLBACK ? .none : .server)
    }

    /// The line broke before the message was answered.
    init(broken: SMTPLine.Broken, _ progress: Progress) {
        let place =
            progress.hasEnded
            ? "no answer after the end of the message; it may have arrived" : progress.hasBegun ? "the line broke within the message" : nil
        let said = progress.hasBegun ? nil : progress.last.map { ServerWords($0.words).text }
        verdict = .refusedForNow([place, broken.reason, said].compactMap { $0 }.joined(separator: ": "))
        trouble = broken == .over ? .none : progress.hasBegun || progress.wasKept || progress.isWilling ? .domain : .server
        isStale = progress.wasKept && !progress.hasBegun && broken != .over && broken != .silent
    }

    /// The server answered, and not with a yes.
    init(refused step: SMTPDialogue.Step, _ reply: SMTPReply, _ progress: Progress) {
        let said = ServerWords(reply.words).text
        if (500..<600).contains(reply.code), step != .mail || reply.code == 552 {
            (verdict, trouble) = (.refused(said), .none)
        } else {
            // A refused return path is our fault or the relay's, never the recipient's: somebody has to look, and nothing is lost meanwhile.
            verdict = .refusedForNow(step == .mail ? "the return path was refused: \(said)" : said)
            trouble = reply.code == 421 || step == .mail ? .domain : Self.isAboutMailbox(said) ? .none : .recipient
        }
        isStale = progress.wasKept && !progress.hasBegun && reply.code == 421
    }

    /// Full mailboxes and greylisting are about one recipient.
    private static func isAboutMailbox(_ said: String) -> Bool {
        said.contains(" 4.2.") || said.lowercased().contains("greylist") || said.lowercased().contains("graylist")
    }
}
