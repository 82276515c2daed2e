package import Campaign

/// Where somebody who was invited to the desk comes in: a link on the section's own host.
package struct InvitationAddress: Sendable {
    package let text: String

    /// - Parameter port: where the program itself listens.
    package init(_ token: String, of section: Section, port: Int) {
        text = section.origin(port: port) + DeskLinks.invitation(token)
    }
}
