/// Why we do not even ask. No case holds the URL, which may be a secret.
package enum OutgoingRefusal: Error, Equatable, Sendable {
    case tooLong, malformed, notHTTPS, userinfo
    case port(Int)
    /// The host is, or has among its addresses, one at which no public server can be; what it is for.
    case notPublic(String)
    /// A header would break its line, or the body is longer than allowed.
    case unfitRequest
}
