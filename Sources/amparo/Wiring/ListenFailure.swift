/// That the address to listen on cannot be had: the error of a `bind`, as the network library words it.
struct ListenFailure {
    private let reason: String

    init(_ error: any Error) {
        let text = String(describing: error)
        let words = text.firstRange(of: ": ").map { String(text[$0.upperBound...]) } ?? text
        let isHalf = words.hasSuffix(")") && words.filter { $0 == ")" }.count > words.filter { $0 == "(" }.count
        reason = isHalf ? String(words.dropLast()) : words
    }

    static func isOne(_ error: any Error) -> Bool {
        let text = String(describing: error)
        return text.hasPrefix("bind(") || text.hasPrefix("getaddrinfo") || text.contains("unknown(host:")
    }

    func complaint(_ address: WebAddress) -> Complaint {
        Complaint("Cannot listen on \(address): \(reason).", status: .unavailable)
    }
}
