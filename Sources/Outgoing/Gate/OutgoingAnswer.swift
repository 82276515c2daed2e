/// What somebody else's server said. A redirect is an answer like any other: nobody follows it.
package struct OutgoingAnswer: Sendable, Equatable {
    package let status: Int
    /// By name in lower case; of a header that comes twice, the last.
    package let headers: [String: String]
    package let body: [UInt8]

    package init(status: Int, headers: [String: String], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// For how many seconds we are asked to wait (RFC 9110 section 10.2.3), at most a day; nil when no number of seconds is given.
    package var retryAfter: Int? {
        headers["retry-after"].flatMap { Int($0) }.flatMap { $0 >= 0 ? min($0, 86_400) : nil }
    }
}
