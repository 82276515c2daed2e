import HTTPTypes

/// What a limit leaves, in the fields that programs read (draft-ietf-httpapi-ratelimit-headers, of May 2025).
///
///     RateLimit-Policy: "papers";q=300;w=600
///     RateLimit: "papers";r=299;t=600
struct RateFields {
    private(set) var fields: HTTPFields

    /// - Parameters:
    ///   - most: how many in a window of so many seconds.
    ///   - left: how many are left, and for how many seconds.
    init(_ name: String, most: Int, window: Int, left: Int, seconds: Int) {
        var fields = HTTPFields()
        fields[.rateLimitPolicy] = "\"\(name)\";q=\(most);w=\(window)"
        fields[.rateLimit] = "\"\(name)\";r=\(left);t=\(seconds)"
        self.fields = fields
    }

    /// Both limits in the same fields, which are lists.
    func and(_ other: RateFields) -> RateFields {
        var both = self
        for name in [HTTPField.Name.rateLimitPolicy, .rateLimit] {
            both.fields[name] = [fields[name], other.fields[name]].compactMap { $0 }.joined(separator: ", ")
        }
        return both
    }
}

extension HTTPField.Name {
    static let rateLimit = Self("ratelimit") ?? .retryAfter
    static let rateLimitPolicy = Self("ratelimit-policy") ?? .retryAfter
}
