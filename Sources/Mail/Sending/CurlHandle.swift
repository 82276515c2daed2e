import CCurl
import Foundation

/// What libcurl needs to know to reach a server.
enum CurlHandle {
    static let isReady = curl_global_init(3) == CURLE_OK

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

    /// TLS writes with a plain `write`: on a line that broke, this would end the program. For the thread that calls it.
    static func ignoreBrokenPipes() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }
}
