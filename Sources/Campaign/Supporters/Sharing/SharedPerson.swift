package import Documents

/// A supporter who lets other programs of their section know who they are. Nothing of what they wrote, follow or chose is in it.
package struct SharedPerson: Sendable, Equatable {
    /// By which programs know them: random, and another one when somebody takes it back and gives it again.
    package let number: String
    package let address: MailAddress
    package let language: Language
    package let since: Day
    /// Why nothing may be mailed to the address; nil when something may.
    package let suppressed: Suppression.Reason?
}
