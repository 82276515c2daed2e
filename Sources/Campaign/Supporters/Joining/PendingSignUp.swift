package import Documents

/// What somebody asked for who has not pressed the button yet, to be shown to them beside it.
package struct PendingSignUp: Sendable, Equatable {
    package let supporter: Supporter
    /// The actions they will follow.
    package let follows: [Reference]
}
