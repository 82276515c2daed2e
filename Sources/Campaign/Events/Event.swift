/// Something that was done: what, to which row, by whom, when. Names rows and fields and never their content, so that a redaction elsewhere leaves it as it is.
package struct Event: Sendable, Equatable {
    package let id: String
    /// `subject.pastTense`, as in "action.withdrawn".
    package let name: String
    package let subject: String
    /// The id of a staff member, or the name that a command was given.
    package let by: String
    package let detail: String
    package let at: Instant
}
