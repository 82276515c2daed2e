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
    /// - Parameters:
    ///   - failure: libcurl's words.
    ///   - words: the server's last answer.
    static func unopened(_ code: CURLcode, _ failure: String, _ words: String) -> SMTPOutcome {
        let reason = failure.isEmpty ? String(cString: curl_easy_strerror(code)) : ServerWords(failure).text
        return SMTPOutcome(
            verdict: .refusedForNow([reason, ServerWords(words).text].filter { !$0.isEmpty }.joined(separator: ": ")),
            trouble: code == CURLE_ABORTED_BY_CALLBACK ? .none : .server)
    }

    /// The server took it.
    init(taken progress: SMTPAttempt) {
        self.init(verdict: .accepted(ServerWords(progress.last?.words ?? "").text), trouble: .over)
    }

    /// The line broke before the message was answered.
    ///
    /// - Parameter isBehind: whether the server still owed an answer to the message before: then its silence is not about this one.
    init(broken: SMTPLine.Broken, _ progress: SMTPAttempt, isBehind: Bool) {
        let place =
            progress.hasEnded
            ? "no answer after the end of the message; it may have arrived" : progress.hasBegun ? "the line broke within the message" : nil
        let said = progress.hasBegun ? nil : progress.last.map { ServerWords($0.words).text }
        verdict = .refusedForNow([place, broken.reason, said].compactMap { $0 }.joined(separator: ": "))
        trouble = broken == .over ? .none : progress.hasBegun || progress.wasKept || progress.isWilling ? .domain : .server
        isStale = progress.wasKept && !progress.hasBegun && broken != .over && (broken != .silent || isBehind)
    }

    /// The server answered, and not with a yes.
    init(refused step: SMTPAttempt.Step, _ reply: SMTPReply, _ progress: SMTPAttempt) {
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
