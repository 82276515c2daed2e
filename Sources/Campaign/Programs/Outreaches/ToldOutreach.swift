package import Documents

/// One report as a program may read it: what was sent for which action, on which day. Of who sent it nothing is known here.
package struct ToldOutreach: Sendable, Equatable {
    /// By which a program knows the report again; it tells neither when nor by whom it was made.
    package let number: String
    package let reference: Reference
    package let channel: Channel
    package let quantity: Int
    package let on: Day
}
