import Storage

/// What somebody is for a section.
package enum Role: String, Sendable, CaseIterable, Bindable, Readable {
    case editor, approver, coordinator, admin

    package var deeds: Set<Deed> {
        switch self {
        case .editor: [.look, .write, .withdraw]
        case .approver: [.look, .write, .release, .withdraw, .send, .adopt, .keepRegister]
        case .coordinator: [.look, .write, .withdraw, .send, .adopt, .count, .operate, .keepRegister, .keepOut]
        case .admin: Set(Deed.allCases)
        }
    }
}

/// What can be done at the desk. Everybody there may withdraw: it protects somebody, and whoever hears of the danger first must not have to look for a colleague.
package enum Deed: String, Sendable, CaseIterable {
    /// See the desk's pages.
    case look
    /// Write a case and ask for it to be read.
    case write
    /// Approve what others wrote, publish and close.
    case release
    case withdraw
    /// Approve, test and stop alerts.
    case send
    /// Decide which outputs the section publishes, and how; make collections.
    case adopt
    /// Enter returns, and take counts back or restore them.
    case count
    /// Jobs.
    case operate
    /// Change what is known of officials and missions.
    case keepRegister
    /// See which addresses of the section are not mailed any more, and clear some.
    case keepOut
    /// Set what a section decides about itself.
    case arrange
    /// Staff, and the log of what was done.
    case administer
}
