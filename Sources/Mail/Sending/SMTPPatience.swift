/// How long a server may take.
package struct SMTPPatience: Sendable {
    /// Seconds until there is a connection.
    package var connecting = 30
    /// Seconds for an answer (RFC 5321 section 4.5.3.2 asks for five minutes): after the end of a message, giving up early makes twins.
    package var answering = 300
    /// Seconds for everything about one message.
    package var whole = 900
    /// Seconds that a message may wait for its turn on a line. Then it is handed back, for what was true of it may not be any more.
    package var waiting = 5
    /// Seconds that what is under way may still take after `close`.
    package var closing = 10

    package init() {}
}
