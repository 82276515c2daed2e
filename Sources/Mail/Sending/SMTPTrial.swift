import CCurl
import Foundation

/// Reaches a server, with TLS and sign-in as for a message, and says NOOP in place of one.
package struct SMTPTrial: Sendable {
    /// What is wrong, in libcurl's words; nil when a message could follow.
    package let failure: String?
    /// Whether the line was in TLS with a certificate that is good.
    package let isTrusted: Bool

    package init(of server: SMTPServer) async {
        var strict = server
        strict.encryption = .required
        let first = await Self.failure(strict)
        isTrusted = first == nil
        failure = first == nil || server.encryption == .required ? first : await Self.failure(server)
    }

    private static func failure(_ server: SMTPServer) async -> String? {
        await withCheckedContinuation { continuation in
            Thread { continuation.resume(returning: attempt(server)) }.start()
        }
    }

    private static func attempt(_ server: SMTPServer) -> String? {
        CurlHandle.ignoreBrokenPipes()
        guard CurlHandle.isReady, let handle = curl_easy_init() else { return "libcurl cannot be used" }
        defer { curl_easy_cleanup(handle) }
        var patience = SMTPPatience()
        (patience.connecting, patience.answering, patience.whole) = (10, 20, 40)
        CurlHandle.set(handle, server, patience)
        _ = ccurl_set_text(handle, CURLOPT_CUSTOMREQUEST, "NOOP")
        _ = ccurl_set_long(handle, CURLOPT_NOBODY, 1)
        let error = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
        defer { error.deallocate() }
        error.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        _ = ccurl_set_pointer(handle, CURLOPT_ERRORBUFFER, error)
        let code = curl_easy_perform(handle)
        guard code != CURLE_OK else { return nil }
        return ServerWords(error[0] == 0 ? String(cString: curl_easy_strerror(code)) : String(cString: error)).text
    }
}
