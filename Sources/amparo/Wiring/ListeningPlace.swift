import Glibc

/// Where a server is going to listen, tried before anything else is done: that another program listens there is said at once, and nothing was
/// written.
struct ListeningPlace {
    let host: String
    let port: Int

    /// Throws `Complaint` when the system does not give the place. It is free again afterwards; who is faster then is told by the server itself.
    func check() throws {
        var wish = addrinfo(), found: UnsafeMutablePointer<addrinfo>?
        wish.ai_socktype = CInt(SOCK_STREAM.rawValue)
        let unknown = getaddrinfo(host, String(port), &wish, &found)
        defer { if found != nil { freeaddrinfo(found) } }
        guard let place = found?.pointee else { throw complaint(String(cString: gai_strerror(unknown))) }
        let tried = socket(place.ai_family, place.ai_socktype, place.ai_protocol)
        guard tried >= 0 else { return }  // nothing is known of the place then
        defer { close(tried) }
        // what the server asks for as well: connections that have just ended do not keep the place
        var yes: CInt = 1
        setsockopt(tried, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<CInt>.size))
        guard bind(tried, place.ai_addr, place.ai_addrlen) == 0 else { throw complaint(String(cString: strerror(errno))) }
    }

    private func complaint(_ reason: String) -> Complaint {
        Complaint("Cannot listen on \(WebAddress(host: host, port: port)): \(reason).", status: .unavailable)
    }
}

extension Settings {
    var listeningPlace: ListeningPlace { ListeningPlace(host: host.value, port: port.value) }
}
