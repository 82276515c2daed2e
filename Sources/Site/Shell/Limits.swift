/// How much patience and room one connection gets.
///
/// Every deadline runs from a fixed moment and is not pushed on by single bytes, so that a client that trickles is cut as surely as one
/// that is silent.
package struct Limits: Sendable {
    /// From the opening of a connection to the end of its first request's header.
    package var header = Duration.seconds(10)
    /// From an answer to the end of the next request's header.
    package var keepAlive = Duration.seconds(30)
    /// From the end of a header to the end of its body.
    package var body = Duration.seconds(30)
    /// From the last byte of an answer being ready to the client having taken it.
    package var answer = Duration.seconds(60)
    /// How long the rest of a refused body is still read, so that the refusal itself arrives.
    package var linger = Duration.seconds(2)
    /// Connections held at once; more wait in the kernel's queue.
    package var connections = Limits.fewConnections
    /// Bytes of all header fields of a request together.
    package var headerBytes = 16 * 1024
    package var headerFields = 100

    /// What fits below the usual 1,024 open files of a process.
    package static let fewConnections = 800

    /// Bytes of a form.
    package static let form = 64 * 1024
    /// Bytes of documents that staff upload at once.
    package static let documents = 33_000_000
    /// Bytes of what staff write about one output.
    package static let draft = 4_000_000

    package init() {}
}
