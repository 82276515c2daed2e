import Campaign
import Foundation

/// A server of the domain name system. Asking blocks the caller for some seconds at most; only `doctor` does.
struct NameServer {
    /// Why there is no answer, for people.
    struct Silence: Error {
        let words: String
    }

    private let host: String
    private let port: String
    private let world: World

    /// - Parameter place: `ADDRESS` or `ADDRESS:PORT`; nil for the first that the machine itself asks.
    init(_ place: String?, _ world: World) {
        let parts = (place ?? Self.ofMachine).split(separator: ":", omittingEmptySubsequences: false)
        host = parts.count > 2 ? place ?? Self.ofMachine : parts.first.map(String.init) ?? "127.0.0.1"
        port = parts.count == 2 ? String(parts[1]) : "53"
        self.world = world
    }

    /// Nothing when there is no such name, or nothing of that kind under it.
    func records(_ name: String, _ kind: NameRecord.Kind) throws(Silence) -> [NameRecord] {
        let id = UInt16(truncatingIfNeeded: world.token().utf8.reduce(0) { $0 &* 31 &+ Int($1) })
        let question = NameQuestion(name: name, kind: kind, id: id)
        guard let bytes = question.bytes else { throw Silence(words: "\(name) is no name") }
        var answer = ask(question, bytes, SOCK_DGRAM) ?? ask(question, bytes, SOCK_DGRAM)
        if answer?.isCut == true { answer = ask(question, bytes, SOCK_STREAM) }
        guard let answer else { throw Silence(words: "the name server \(host) does not answer") }
        guard answer.code == 0 || answer.code == 3 else { throw Silence(words: "the name server \(host) could not tell (code \(answer.code))") }
        return answer.records
    }

    func texts(_ name: String) throws(Silence) -> [String] {
        try records(name, .text).compactMap { if case .text(let text) = $0 { text } else { nil } }
    }

    private static var ofMachine: String {
        let lines = ((try? String(contentsOfFile: "/etc/resolv.conf", encoding: .utf8)) ?? "").split(separator: "\n").map { $0.split(separator: " ") }
        return lines.first { $0.first == "nameserver" && $0.count > 1 }.map { String($0[1]) } ?? "127.0.0.1"
    }

    private func ask(_ question: NameQuestion, _ bytes: [UInt8], _ type: __socket_type) -> NameAnswer? {
        guard let line = connected(type) else { return nil }
        defer { close(line) }
        // over TCP a length goes before each message (RFC 1035 section 4.2.2)
        let sent = type == SOCK_STREAM ? [UInt8(bytes.count >> 8), UInt8(bytes.count & 255)] + bytes : bytes
        guard send(line, sent, sent.count, CInt(MSG_NOSIGNAL)) == sent.count else { return nil }
        guard type == SOCK_STREAM else { return received(line, 4_096).flatMap { NameAnswer($0, to: question) } }
        var all: [UInt8] = []
        while all.count < 2 || all.count < 2 + (Int(all[0]) << 8 | Int(all[1])) {
            guard let more = received(line, 4_096), !more.isEmpty else { return nil }
            all += more
        }
        return NameAnswer(Array(all.dropFirst(2)), to: question)
    }

    private func received(_ line: CInt, _ most: Int) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: most)
        let count = recv(line, &buffer, most, 0)
        return count < 0 ? nil : Array(buffer.prefix(count))
    }

    private func connected(_ type: __socket_type) -> CInt? {
        var hints = addrinfo(), found: UnsafeMutablePointer<addrinfo>?
        hints.ai_socktype = CInt(type.rawValue)
        hints.ai_flags = AI_NUMERICHOST
        guard getaddrinfo(host, port, &hints, &found) == 0, let place = found?.pointee else { return nil }
        defer { freeaddrinfo(found) }
        let line = socket(place.ai_family, place.ai_socktype, 0)
        var patience = timeval(tv_sec: 3, tv_usec: 0)
        setsockopt(line, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(line, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        guard line >= 0, connect(line, place.ai_addr, place.ai_addrlen) == 0 else {
            if line >= 0 { close(line) }
            return nil
        }
        return line
    }
}
