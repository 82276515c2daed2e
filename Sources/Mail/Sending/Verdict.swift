/// What became of one attempt to hand a message over. No words of a server in it hold an address.
package enum Verdict: Sendable, Equatable {
    /// The server took it and answers for it now (RFC 5321 section 4.2.5); its words.
    case accepted(String)
    /// A 4yz answer, or none: try again later. After a connection that was lost between the end of the message and the answer nobody knows
    /// whether the server has it; it is sent again, and the receiver drops the twin by its Message-ID.
    case refusedForNow(String)
    /// A 5yz answer to this recipient or this message: it will not be taken.
    case refused(String)
    /// Nothing was tried, and no attempt is to be counted: the domain's next turn, or the server's, comes after this long.
    case postponed(Duration)
}
