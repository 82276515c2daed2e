/// That the address to listen on cannot be had: the error of a `bind`, as the network library words it.
struct ListenFailure {
    private let reason: String

    init(_ error: any Error) {
        let text = String(describing: error)
        reason = text.firstRange(of: ": ").map { String(text[$0.upperBound...]) } ?? text
    }

    static func isOne(_ error: any Error) -> Bool {
        let text = String(describing: error)
        return text.hasPrefix("bind(") || text.hasPrefix("getaddrinfo") || text.contains("unknown(host:")
    }

    func complaint(_ address: WebAddress) -> Complaint {
        Complaint("Cannot listen on \(address): \(reason).", status: .unavailable)
    }
}
