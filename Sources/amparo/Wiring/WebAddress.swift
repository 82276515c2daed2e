/// Where a browser finds the server.
struct WebAddress: CustomStringConvertible {
    let host: String
    let port: Int

    var description: String { "http://\(host.contains(":") ? "[\(host)]" : host):\(port)/" }
}
