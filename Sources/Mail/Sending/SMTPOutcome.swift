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
    static let broken = SMTPOutcome(verdict: .refusedForNow("libcurl cannot be used"), trouble: .server)
}

extension SMTPOutcome {
    /// - Parameters:
    ///   - reply: the last code that the server answered with; 0 for none.
    ///   - failure: libcurl's words, which tell which command was refused.
    ///   - answers: how many answers there were.
    ///   - hasBegun: whether a byte of the message was asked for.
    ///   - hasEnded: whether all of it was.
    ///   - wasKept: whether the connection was there before.
    init(code: CURLcode, reply: Int, failure: String, words: String, answers: Int, hasBegun: Bool, hasEnded: Bool, wasKept: Bool) {
        let said = ServerWords(words).text
        let refused = ["MAIL", "RCPT", "DATA"].first { failure.hasPrefix("\($0) failed") }
        // the end of the message was answered, by another code than the 354 that asked for it
        let isAnswered = refused != nil || hasEnded && reply >= 400 && code == CURLE_WEIRD_SERVER_REPLY
        isStale =
            wasKept && !hasBegun && (refused == nil || reply == 421)
            && ![CURLE_OK, CURLE_ABORTED_BY_CALLBACK, CURLE_OPERATION_TIMEDOUT].contains(code)
        if code == CURLE_OK {
            (verdict, trouble) = (.accepted(said), .over)
        } else if isAnswered, (500..<600).contains(reply), refused != "MAIL" || reply == 552 {
            (verdict, trouble) = (.refused(said), .none)
        } else if isAnswered {
            // A refused return path is our fault or the relay's, never the recipient's: somebody has to look, and nothing is lost meanwhile.
            verdict = .refusedForNow(refused == "MAIL" ? "the return path was refused: \(said)" : said)
            trouble = reply == 421 || refused == "MAIL" ? .domain : Self.isAboutMailbox(said) ? .none : .recipient
        } else {
            verdict = .refusedForNow(Self.silence(code, failure, said, hasBegun, hasEnded))
            // after greeting, EHLO and MAIL the server is willing, and it is this recipient that it has trouble with
            let isWilling = hasBegun || wasKept || answers > 2 && code != CURLE_LOGIN_DENIED
            trouble = code == CURLE_ABORTED_BY_CALLBACK ? .none : isWilling ? .domain : .server
        }
    }

    /// Full mailboxes and greylisting are about one recipient.
    private static func isAboutMailbox(_ said: String) -> Bool {
        said.contains(" 4.2.") || said.lowercased().contains("greylist") || said.lowercased().contains("graylist")
    }

    private static func silence(_ code: CURLcode, _ failure: String, _ said: String, _ hasBegun: Bool, _ hasEnded: Bool) -> String {
        let reason = failure.isEmpty ? String(cString: curl_easy_strerror(code)) : ServerWords(failure).text
        let place = hasEnded ? "no answer after the end of the message; it may have arrived" : hasBegun ? "the line broke within the message" : nil
        return [place, reason, hasBegun || said.isEmpty ? nil : said].compactMap { $0 }.joined(separator: ": ")
    }
}
