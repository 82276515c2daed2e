/// How much may be brought at once, and how long it is kept.
package enum ReviewBounds {
    /// Bytes of one file; a bigger one is no urgent action.
    package static let file = 20_000_000
    /// Bytes of all that is sent at once.
    package static let upload = 32_000_000
    /// Files at once, those in archives counted.
    package static let files = 100
    /// Bytes of pasted text.
    package static let paste = 1_000_000

    /// What nobody decided about is erased after so many days: long enough for a holiday, short enough for somebody's safety.
    package static let keptDays = 30
    /// How long the hash of what was decided is shown in the list.
    package static let shownDays = 7
}
