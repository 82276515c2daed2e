/// That the address to listen on cannot be had: the error of a `bind`, as the network library words it.
struct ListenFailure {
    private let reason: String

    init(_ error: any Error) {
        let text = String(describing: error)
        let words = text.firstRange(of: ": ").map { String(text[$0.upperBound...]) } ?? text
        reason = String(words.prefix { $0 != ")" })  // it closes brackets that it did not open: "Address already in use) (errno: 98)"
    }

    static func isOne(_ error: any Error) -> Bool {
        let text = String(describing: error)
        return text.hasPrefix("bind(") || text.hasPrefix("getaddrinfo") || text.contains("unknown(host:")
    }

    func complaint(_ address: WebAddress) -> Complaint {
        Complaint("Cannot listen on \(address): \(reason).", status: .unavailable)
    }
}
