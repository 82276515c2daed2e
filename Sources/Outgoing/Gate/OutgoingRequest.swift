/// What we ask of somebody else's server.
package struct OutgoingRequest: Sendable {
    package let url: OutgoingURL
    package let headers: [(name: String, value: String)]
    /// Posted when there is one; else this is a GET.
    package let body: [UInt8]?

    package init(_ url: OutgoingURL, headers: [(name: String, value: String)] = [], body: [UInt8]? = nil) {
        self.url = url
        self.headers = headers
        self.body = body
    }

    func check(_ limits: OutgoingLimits) throws(OutgoingRefusal) {
        let isPlain = headers.allSatisfy { $0.name.utf8.allSatisfy(Self.isOfName) && !$0.name.isEmpty && $0.value.utf8.allSatisfy(Self.isPrintable) }
        let length = headers.reduce(body?.count ?? 0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
        guard isPlain, length <= limits.requestBytes else { throw .unfitRequest }
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || (48...57).contains(byte) || (97...122).contains(byte | 0x20)
    }

    private static func isPrintable(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte)
    }
}
