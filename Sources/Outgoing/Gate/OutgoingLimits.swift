/// How much one request may take.
package struct OutgoingLimits: Sendable {
    /// From the wish to ask to the last byte of the answer, the search for the address included.
    package var milliseconds = 20_000
    /// Headers and body that we send.
    package var requestBytes = 16_384
    /// Headers, and as many again of body, that we take.
    package var answerBytes = 65_536
    /// How many requests run at once; further ones wait in line.
    package var atOnce = 8

    package init() {}
}
