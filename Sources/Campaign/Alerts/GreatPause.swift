/// How long a great mailing waits after its approval, so that whoever approved it, or a colleague who wonders, can still stop it.
package struct GreatPause: Sendable, Equatable {
    /// From so many readers on.
    package let people: Int
    package let seconds: Int

    package init(people: Int, seconds: Int) {
        self.people = people
        self.seconds = seconds
    }

    /// Five minutes cost an urgent action little; a false alert to thousands cannot be taken back.
    package static let usual = GreatPause(people: 1_000, seconds: 300)
}
