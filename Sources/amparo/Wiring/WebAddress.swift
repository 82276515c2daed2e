/// Where a browser finds the server.
struct WebAddress: CustomStringConvertible {
    let host: String
    let port: Int
    var isSecure = false

    var description: String { "\(isSecure ? "https" : "http")://\(host.contains(":") ? "[\(host)]" : host):\(port)/" }
}
