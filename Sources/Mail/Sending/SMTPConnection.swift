import CCurl
import Foundation

/// One connection, kept from message to message. Made and used by one thread.
final class SMTPConnection {
    private let counter: SMTPCounter
    private let server: SMTPServer
    private let patience: SMTPPatience
    private var handle: UnsafeMutableRawPointer?
    private let conversation: SMTPConversation

    init(to server: SMTPServer, patience: SMTPPatience, counter: SMTPCounter) {
        self.server = server
        self.patience = patience
        self.counter = counter
        conversation = SMTPConversation(counter)
        Self.ignoreBrokenPipes()
        open()
    }

    private func open() {
        handle = Self.isReady ? curl_easy_init() : nil
        guard let handle else { return }
        Self.set(handle, server, patience)
        _ = ccurl_set_long(handle, CURLOPT_UPLOAD, 1)
        conversation.attach(to: handle)
    }

    /// Says QUIT.
    deinit { curl_easy_cleanup(handle) }

    /// Hands over what comes, until there will be nothing more.
    func work() {
        while let handover = counter.take() {
            handover.answer.resume(returning: deliver(handover))
        }
    }

    private func deliver(_ handover: Handover) -> SMTPOutcome {
        let outcome = attempt(handover)
        guard outcome.isStale else { return outcome }
        // A kept connection that the server has left meanwhile says nothing about the message. libcurl takes leave of it on the next attempt
        // and would report that failure in place of what is answered there, so it is left with all it remembers.
        curl_easy_cleanup(handle)
        open()
        return attempt(handover)
    }

    private func attempt(_ handover: Handover) -> SMTPOutcome {
        guard let handle else { return .broken }
        let recipients = curl_slist_append(nil, "<\(handover.recipient)>")
        defer { curl_slist_free_all(recipients) }
        _ = ccurl_set_list(handle, CURLOPT_MAIL_RCPT, recipients)
        _ = ccurl_set_text(handle, CURLOPT_MAIL_FROM, "<\(handover.sender)>")
        _ = ccurl_set_long(handle, CURLOPT_INFILESIZE, handover.bytes.count)
        return handover.bytes.withUnsafeBytes { bytes in
            conversation.begin(bytes)
            defer { conversation.begin(UnsafeRawBufferPointer(start: nil, count: 0)) }
            let code = curl_easy_perform(handle)
            var fresh = 0
            _ = ccurl_get_long(handle, CURLINFO_NUM_CONNECTS, &fresh)
            return SMTPOutcome(
                code: code, reply: conversation.reply, failure: conversation.failure, words: conversation.words, answers: conversation.answers,
                hasBegun: conversation.hasBegun, hasEnded: conversation.hasEnded, wasKept: fresh == 0)
        }
    }

    /// Everything that an attempt to reach the server needs to know.
    static func set(_ handle: UnsafeMutableRawPointer, _ server: SMTPServer, _ patience: SMTPPatience) {
        let isChecked = server.encryption == .required
        let usage = isChecked ? CURLUSESSL_ALL : CURLUSESSL_TRY
        let numbers: [(CURLoption, Int)] = [
            (CURLOPT_NOSIGNAL, 1), (CURLOPT_USE_SSL, Int(usage.rawValue)), (CURLOPT_SSL_VERIFYPEER, isChecked ? 1 : 0),
            (CURLOPT_SSL_VERIFYHOST, isChecked ? 2 : 0), (CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
            (CURLOPT_CONNECTTIMEOUT, patience.connecting),
            (CURLOPT_SERVER_RESPONSE_TIMEOUT, patience.answering), (CURLOPT_TIMEOUT, patience.whole),
        ]
        for (option, number) in numbers { _ = ccurl_set_long(handle, option, number) }
        let texts: [(CURLoption, String?)] = [
            (CURLOPT_URL, server.address), (CURLOPT_PROTOCOLS_STR, "smtp,smtps"), (CURLOPT_PROXY, ""), (CURLOPT_USERNAME, server.user),
            (CURLOPT_PASSWORD, server.password), (CURLOPT_CAINFO, server.trust),
        ]
        for case (let option, let text?) in texts { _ = ccurl_set_text(handle, option, text) }
    }

    static let isReady = curl_global_init(3) == CURLE_OK

    /// TLS writes with a plain `write`: on a line that broke, this would end the program.
    static func ignoreBrokenPipes() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }
}
