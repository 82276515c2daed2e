import CCurl
import Foundation

/// One connection, kept from message to message and opened anew when it broke. Made and used by one thread.
final class SMTPConnection {
    private let server: SMTPServer
    private let patience: SMTPPatience
    private let counter: SMTPCounter
    private var line: SMTPLine?

    init(to server: SMTPServer, patience: SMTPPatience, counter: SMTPCounter) {
        self.server = server
        self.patience = patience
        self.counter = counter
        Self.ignoreBrokenPipes()
    }

    /// Takes its leave; the answer is not waited for.
    deinit {
        if let line { try? line.say(Array("QUIT\r\n".utf8), until: .now + .seconds(1)) }
    }

    /// Hands over what comes, until there will be nothing more.
    func work() {
        while let handover = counter.take() {
            handover.answer.resume(returning: deliver(handover))
        }
    }

    private func deliver(_ handover: Handover) -> SMTPOutcome {
        guard line != nil else { return attempt(handover, wasKept: false) }
        let outcome = attempt(handover, wasKept: true)
        // a kept connection that the server has left meanwhile says nothing about the message
        return outcome.isStale ? attempt(handover, wasKept: false) : outcome
    }

    private func attempt(_ handover: Handover, wasKept: Bool) -> SMTPOutcome {
        do throws(SMTPLine.Unopened) {
            let line = if wasKept, let line { line } else { try SMTPLine(to: server, patience: patience, counter: counter) }
            let (outcome, isUsable) = SMTPDialogue(handover, on: line, wasKept: wasKept)()
            self.line = isUsable ? line : nil
            return outcome
        } catch {
            line = nil
            return error.outcome
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
