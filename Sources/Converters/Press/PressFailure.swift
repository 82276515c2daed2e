/// Why there is no paper.
package enum PressFailure: Error, Hashable, Sendable {
    /// The program that lays out pages is not there or does not start.
    case missing
    /// Too many wait already.
    case busy
    /// It took more time or memory than a paper is worth, or the page cannot be laid out.
    case failed
    case tooLarge
}
