extension Section {
    /// The scheme and host that links to this section begin with: its own, never one that a request named.
    ///
    /// - Parameter port: where the program itself listens; only names under `localhost` are reached through it.
    package func origin(port: Int) -> String {
        host.hasSuffix("localhost") ? "http://\(host):\(port)" : "https://\(host)"
    }
}
