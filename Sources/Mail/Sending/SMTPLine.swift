import CCurl
import Foundation

/// An open line to the server, greeted and signed in by libcurl, on which we speak ourselves: libcurl waits for the answer to each command,
/// and most servers take several at once (RFC 2920). Made and used by one thread.
final class SMTPLine {
    private let handle: UnsafeMutableRawPointer
    private let socket: curl_socket_t
    private let counter: SMTPCounter
    private let patience: SMTPPatience
    /// Whether commands may follow each other before they are answered.
    let takesSeveral: Bool
    private var replies = SMTPReplyReader()
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

    init(to server: SMTPServer, patience: SMTPPatience, counter: SMTPCounter) throws(Unopened) {
        guard SMTPConnection.isReady, let handle = curl_easy_init() else { throw Unopened(outcome: .unusable) }
        let opening = SMTPOpening(counter)
        SMTPConnection.set(handle, server, patience)
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
        self.counter = counter
        self.patience = patience
        takesSeveral = opening.takesSeveral
    }

    deinit { curl_easy_cleanup(handle) }

    /// When everything about a message that begins now has to be over.
    var end: ContinuousClock.Instant { .now + .seconds(patience.whole) }

    func say(_ bytes: [UInt8], until end: ContinuousClock.Instant) throws(Broken) {
        var said = 0
        while said < bytes.count {
            var count = 0
            let code = bytes.withUnsafeBytes { curl_easy_send(handle, $0.baseAddress?.advanced(by: said), bytes.count - said, &count) }
            guard code == CURLE_OK || code == CURLE_AGAIN else { throw .lost(code) }
            said += count
            if code == CURLE_AGAIN { try wait(for: POLLOUT, until: end) }
        }
    }

    /// Acknowledges what comes at once: a server that sends one answer after the other waits for that before each (RFC 896), and we, who have
    /// nothing to say before the last, would let it wait for 40 ms. Holds until we speak again.
    func hurry() {
        var yes = CInt(1)
        setsockopt(socket, CInt(IPPROTO_TCP), TCP_QUICKACK, &yes, socklen_t(MemoryLayout<CInt>.size))
    }

    func hear(until end: ContinuousClock.Instant) throws(Broken) -> SMTPReply {
        let end = min(end, .now + .seconds(patience.answering))
        while true {
            do { if let reply = try replies.next() { return reply } } catch { throw .nonsense }
            var count = 0
            let code = curl_easy_recv(handle, &buffer, buffer.count, &count)
            if code == CURLE_AGAIN {
                try wait(for: POLLIN, until: end)
            } else if code != CURLE_OK || count == 0 {
                throw .lost(code == CURLE_OK ? CURLE_GOT_NOTHING : code)
            } else {
                buffer.withUnsafeBytes { replies.take(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            }
        }
    }

    private func wait(for event: CInt, until end: ContinuousClock.Instant) throws(Broken) {
        while true {
            guard !counter.isOver else { throw .over }
            let left = ContinuousClock.now.duration(to: end)
            guard left > .zero else { throw .silent }
            var waited = pollfd(fd: socket, events: Int16(event), revents: 0)
            // a second at most, so that an end of the program is noticed
            if poll(&waited, 1, left < .seconds(1) ? CInt(left / .milliseconds(1)) + 1 : 1_000) > 0 { return }
        }
    }
}
