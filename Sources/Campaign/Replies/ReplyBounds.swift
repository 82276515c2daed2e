/// How much of a reply is taken, and how long it is kept.
package enum ReplyBounds {
    /// Bytes of one picture or PDF: more than a telephone's camera makes.
    package static let file = 12_000_000
    /// Bytes of all that is sent at once.
    package static let upload = 25_000_000
    /// Pages of one reply.
    package static let pages = 6
    /// Dots of the longer side of a page that is kept: a letter can be read, and a fingerprint cannot.
    package static let side = 2_000
    /// Signs of the words in one language.
    package static let words = 8_000
    /// Signs of who answered.
    package static let office = 300
    /// Black rectangles on one page.
    package static let rectangles = 200
    /// Replies of one section that may wait to be looked at; more is a flood, or a section that nobody looks after.
    package static let waiting = 300

    /// What nobody decided about is erased after so many days, and until then its pages are kept without black: long enough for a holiday.
    package static let keptDays = 30
    /// That a reply was refused, without a word or a picture of it, is told to whoever handed it in for so long.
    package static let refusedDays = 30
    /// After so many days somebody looks whether a reply is still needed.
    package static let reviewDays = 365
}
