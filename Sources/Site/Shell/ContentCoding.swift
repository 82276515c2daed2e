/// The form in which bytes travel.
package enum ContentCoding: String, Sendable, CaseIterable {
    case identity, gzip
    case brotli = "br"

    /// What an `Accept-Encoding` field prefers of the codings we have (RFC 9110, 12.5.3), of equals the smallest. Without a field, or with
    /// nothing that we have: identity.
    ///
    ///     ContentCoding(accepting: "br;q=0.5, gzip;q=0.8, *;q=0.1")   // gzip
    package init(accepting field: String?) {
        let weights = Self.weights(field ?? "")
        let others = weights["*"] ?? 0
        let brotli = weights["br"] ?? others, gzip = weights["gzip"] ?? weights["x-gzip"] ?? others, identity = weights["identity"] ?? 0
        let best = max(brotli, gzip)
        self = best <= 0 || best < identity ? .identity : brotli == best ? .brotli : .gzip
    }

    private static func weights(_ field: String) -> [String: Double] {
        var weights: [String: Double] = [:]
        for item in field.lowercased().split(separator: ",") {
            let parts = item.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
            guard let coding = parts.first, !coding.isEmpty else { continue }
            weights[coding] = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
        }
        return weights
    }
}
