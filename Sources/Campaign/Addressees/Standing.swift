package import Documents
import Storage

/// What is known of a way to reach somebody, since it was last tried or looked up.
package enum ContactState: String, Sendable, CaseIterable, Bindable, Readable {
    case works, bounced, blocked, suspended
    case doNotUse = "do_not_use"

    /// Whether anything should still be sent there.
    package var isUsable: Bool { self == .works }
}

/// What the register says of a contact that an output prints.
package struct Standing: Sendable, Equatable {
    package let state: ContactState
    /// Since when, or the day on which it was found so.
    package let on: Day?

    package init(state: ContactState, on: Day?) {
        self.state = state
        self.on = on
    }
}
