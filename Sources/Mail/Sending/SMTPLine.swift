import CCurl
import Foundation

/// An open line to the server, greeted and signed in by libcurl, on which we speak ourselves: libcurl waits for the answer to each command,
/// and most servers take several at once (RFC 2920). It never waits; used by one thread at a time.
final class SMTPLine: @unchecked Sendable {
    let socket: curl_socket_t
    /// Whether commands may follow each other before they are answered.
    let takesSeveral: Bool
    /// Whether nothing lies between us and the socket, as TLS does: then poll sees all that is still to be read.
    private let isPlain: Bool
    private let handle: UnsafeMutableRawPointer
    private var replies = SMTPReplyReader()
    /// What is being sent: TLS wants to be given the very same place again when it could not send all at once.
    private var outgoing: [UInt8] = []
    private var said = 0
    private var behind: [UInt8] = []
    /// Whether the last read took all there was.
    private var isDrained = false
    /// As long as a record of TLS, so that no part of one stays behind where poll does not see it.
    private var buffer = [UInt8](repeating: 0, count: 16_384)

    /// Why there is no line.
    struct Unopened: Error { let outcome: SMTPOutcome }

    /// Why a line is of no use any more.
    enum Broken: Error, Equatable {
        case lost(CURLcode)
        /// Nothing came for as long as we wait.
        case silent
        case nonsense
        /// We are about to end.
        case over

        var reason: String {
            switch self {
            case .lost(let code): String(cString: curl_easy_strerror(code))
            case .silent: "no answer in time"
            case .nonsense: "the server said nothing that can be read"
            case .over: "broken off, since this program ends"
            }
        }
    }

    /// Waits, and so blocks its thread, until the server lets us in.
    ///
    /// - Parameter isOver: asked about once a second; true breaks it off.
    init(to server: SMTPServer, patience: SMTPPatience, isOver: @escaping () -> Bool) throws(Unopened) {
        CurlHandle.ignoreBrokenPipes()
        guard CurlHandle.isReady, let handle = curl_easy_init() else { throw Unopened(outcome: .unusable) }
        let opening = SMTPOpening(isOver: isOver)
        CurlHandle.set(handle, server, patience)
        _ = ccurl_set_long(handle, CURLOPT_CONNECT_ONLY, 1)
        opening.attach(to: handle)
        let code = curl_easy_perform(handle)
        opening.detach(from: handle)
        var socket = CURL_SOCKET_BAD
        if code == CURLE_OK { _ = ccurl_get_socket(handle, &socket) }
        guard code == CURLE_OK, socket != CURL_SOCKET_BAD else {
            curl_easy_cleanup(handle)
            throw Unopened(outcome: .unopened(code, opening.failure, opening.words))
        }
        self.handle = handle
        self.socket = socket
        takesSeveral = opening.takesSeveral
        isPlain = !server.isEncryptedFromTheStart && opening.welcomes == 1
    }

    deinit { curl_easy_cleanup(handle) }

    /// How many bytes have not gone out yet.
    var backlog: Int { outgoing.count - said + behind.count }

    /// Puts words behind those that have not gone out yet; ``flush()`` sends them.
    func say(_ words: some Sequence<UInt8>) { behind += words }

    func say(_ text: SMTPText) { text.write(to: &behind) }

    /// Sends what the line takes now.
    func flush() throws(Broken) {
        while backlog > 0 {
            if said == outgoing.count {
                swap(&outgoing, &behind)
                behind.removeAll(keepingCapacity: behind.count < 65_536)
                said = 0
            }
            var count = 0
            let code = outgoing.withUnsafeBytes { curl_easy_send(handle, $0.baseAddress?.advanced(by: said), $0.count - said, &count) }
            if code == CURLE_AGAIN { return }
            guard code == CURLE_OK else { throw .lost(code) }
            said += count
        }
    }

    /// Acknowledges what comes at once: a server that sends one answer after the other waits for that before each (RFC 896), and we, who have
    /// nothing to say before the last, would let it wait for 40 ms. Holds until we speak again.
    func hurry() {
        var yes = CInt(1)
        setsockopt(socket, CInt(IPPROTO_TCP), TCP_QUICKACK, &yes, socklen_t(MemoryLayout<CInt>.size))
    }

    /// The next answer; nil while it is not all there.
    func hear() throws(Broken) -> SMTPReply? {
        while true {
            do { if let reply = try replies.next() { return reply } } catch { throw .nonsense }
            if isDrained {
                isDrained = false
                return nil
            }
            var count = 0
            let code = curl_easy_recv(handle, &buffer, buffer.count, &count)
            if code == CURLE_AGAIN { return nil }
            guard code == CURLE_OK, count > 0 else { throw .lost(code == CURLE_OK ? CURLE_GOT_NOTHING : code) }
            isDrained = isPlain && count < buffer.count
            buffer.withUnsafeBytes { replies.take(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        }
    }
}
