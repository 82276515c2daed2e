/// The form in which bytes travel.
package enum ContentCoding: String, Sendable, CaseIterable {
    case identity, gzip

    /// What an `Accept-Encoding` field prefers of the codings we have (RFC 9110, 12.5.3). Without a field, or with nothing that we have: identity.
    ///
    ///     ContentCoding(accepting: "br;q=1.0, gzip;q=0.8, *;q=0.1")   // gzip
    package init(accepting field: String?) {
        let weights = Self.weights(field ?? "")
        let gzip = weights["gzip"] ?? weights["x-gzip"] ?? weights["*"] ?? 0
        let identity = weights["identity"] ?? 0
        self = gzip > 0 && gzip >= identity ? .gzip : .identity
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
