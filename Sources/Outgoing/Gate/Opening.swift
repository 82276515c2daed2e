/// One address and port that may be asked although no public server can be there: for tests and benchmarks, which have their servers on
/// loopback. No setting makes one.
package struct Opening: Hashable, Sendable {
    let address: IPAddress
    let port: Int

    package init(_ address: IPAddress, port: Int) {
        self.address = address
        self.port = port
    }
}
