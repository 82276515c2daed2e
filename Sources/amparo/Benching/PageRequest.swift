import Foundation

/// Asks this machine for a page over a connection of its own, and reads it to the end.
struct PageRequest {
    let port: Int
    let path: String
    /// The fields of a form to send, encoded; a page is only asked for without.
    var form: String?
    var host = "localhost"
    var cookie: String?
    /// Further lines of the head.
    var fields: [String] = []

    struct Answer {
        let status: Int
        let bytes: [UInt8]

        /// What follows the head.
        var body: [UInt8]? {
            let end: [UInt8] = [13, 10, 13, 10]
            return bytes.indices.dropLast(3).first { bytes[$0] == 13 && bytes[$0..<$0 + 4].elementsEqual(end) }.map { Array(bytes[($0 + 4)...]) }
        }
    }

    /// What comes back; nil when nothing does. Holds up the thread meanwhile.
    func callAsFunction() -> Answer? {
        guard let connection = asking("close") else { return nil }
        defer { close(connection) }
        var buffer = [UInt8](repeating: 0, count: 65_536), answer: [UInt8] = []
        while case let count = recv(connection, &buffer, buffer.count, 0), count > 0 { answer += buffer[..<count] }
        let head = String(decoding: answer.prefix(12), as: UTF8.self)
        return Int(head.suffix(3)).map { Answer(status: $0, bytes: answer) }
    }

    /// The connection, which stays open, once something came back; nil when nothing does.
    func leftOpen() -> CInt? {
        guard let connection = asking("keep-alive") else { return nil }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        if recv(connection, &buffer, buffer.count, 0) > 0 { return connection }
        close(connection)
        return nil
    }

    private func asking(_ manner: String) -> CInt? {
        let connection = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        guard connection >= 0 else { return nil }
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = in_port_t(port).bigEndian
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let isOpen = withUnsafePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
        }
        let words = Array(text(manner).utf8)
        if isOpen == 0, send(connection, words, words.count, CInt(MSG_NOSIGNAL)) == words.count { return connection }
        close(connection)
        return nil
    }

    private func text(_ manner: String) -> String {
        let method = form == nil ? "GET" : "POST", body = form ?? ""
        let more = self.fields.map { "\($0)\r\n" }.joined()
        let fields = form == nil ? "" : "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \(body.utf8.count)\r\n"
        return
            "\(method) \(path) HTTP/1.1\r\nHost: \(host)\r\nConnection: \(manner)\r\n\(cookie.map { "Cookie: \($0)\r\n" } ?? "")\(more)\(fields)\r\n\(body)"
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
