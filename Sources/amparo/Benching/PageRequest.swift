import Glibc

/// Asks this machine for a page over a connection of its own, and reads it to the end.
struct PageRequest {
    let port: Int
    let path: String

    /// The bytes of the answer; nil when there was none.
    func callAsFunction() -> Int? {
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
        let words = Array("GET \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8)
        guard isOpen == 0, send(connection, words, words.count, CInt(MSG_NOSIGNAL)) == words.count else { return nil }
        var buffer = [UInt8](repeating: 0, count: 65_536), total = 0
        while case let count = recv(connection, &buffer, buffer.count, 0), count > 0 { total += count }
        return total == 0 ? nil : total
    }
}
