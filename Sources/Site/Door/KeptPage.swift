/// A finished page and what tells how long it may be shown without asking again.
package struct KeptPage: Sendable {
    package let page: Representation
    /// The state of the database that it was found good for, and when it was last looked at; nil for what never changes while the program runs.
    let look: Look?

    struct Look: Sendable {
        let generation: Int
        let checked: Duration
    }
}
