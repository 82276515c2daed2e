import Glibc

/// A port of this machine on which nobody listens.
enum FreePort {
    static func number() throws -> Int {
        let found = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        defer { close(found) }
        var place = place(0), size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(found, $0, size) == 0 && getsockname(found, $0, &size) == 0 }
        }
        guard isBound else { throw Complaint("This machine gives no free port.", status: .unavailable) }
        return Int(UInt16(bigEndian: place.sin_port))
    }

    /// Whether somebody listens there.
    static func answers(_ port: Int) -> Bool {
        let line = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        defer { close(line) }
        var place = place(port)
        return withUnsafePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(line, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0 }
        }
    }

    private static func place(_ port: Int) -> sockaddr_in {
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = in_port_t(port).bigEndian
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return place
    }
}
