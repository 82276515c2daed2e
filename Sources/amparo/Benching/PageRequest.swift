import Foundation

/// Asks this machine for a page over a connection of its own, and reads it to the end.
struct PageRequest {
    let port: Int
    let path: String
    /// The fields of a form to send, encoded; a page is only asked for without.
    var form: String?
    var host = "localhost"
    var cookie: String?

    struct Answer {
        let status: Int
        let bytes: [UInt8]
    }

    /// What comes back; nil when nothing does. Holds up the thread meanwhile.
    func callAsFunction() -> Answer? {
        let connection = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        guard connection >= 0 else { return nil }
        defer { close(connection) }
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = in_port_t(port).bigEndian
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let isOpen = withUnsafePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
        let words = Array(text.utf8)
        guard isOpen == 0, send(connection, words, words.count, CInt(MSG_NOSIGNAL)) == words.count else { return nil }
        var buffer = [UInt8](repeating: 0, count: 65_536), answer: [UInt8] = []
        while case let count = recv(connection, &buffer, buffer.count, 0), count > 0 { answer += buffer[..<count] }
        let head = String(decoding: answer.prefix(12), as: UTF8.self)
        return Int(head.suffix(3)).map { Answer(status: $0, bytes: answer) }
    }

    private var text: String {
        let method = form == nil ? "GET" : "POST", body = form ?? ""
        let fields = form == nil ? "" : "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \(body.utf8.count)\r\n"
        return "\(method) \(path) HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\(cookie.map { "Cookie: \($0)\r\n" } ?? "")\(fields)\r\n\(body)"
    }
}

extension PageRequest {
    /// Asks so often, one after another and with a pause before each, on a thread of its own as another program would: whoever waits here
    /// keeps no thread from the server. How long each answer took, and the last one.
    func times(_ count: Int, pause: Duration = .zero) async -> (timings: Timings, last: Answer?) {
        await withCheckedContinuation { done in
            Thread.detachNewThread {
                var times: [Double] = [], last: Answer?
                for _ in 0..<count {
                    Thread.sleep(forTimeInterval: pause / .seconds(1))
                    let start = ContinuousClock.now
                    last = self()
                    times.append(start.duration(to: .now) / .milliseconds(1))
                }
                done.resume(returning: (Timings(times), last))
            }
        }
    }
}
