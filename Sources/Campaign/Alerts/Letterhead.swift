package import Documents
import Mail
import Synchronization

/// Whose name mail to supporters bears.
package final class Letterhead: Sendable {
    /// Who writes for a section, and where answers and bounces go.
    struct Head: Sendable {
        let from: Mailbox
        let replyTo: MailAddress?
        fileprivate let back: MailAddress

        /// Where bounces of this token go.
        func returnPath(_ token: String) -> MailAddress { back.tagged(token) ?? back }
    }

    /// What of a section a head is made of.
    private struct Key: Hashable {
        let code: Section.Code
        let name: String
        let contact: String?
    }

    private let sender: MailAddress?
    /// Sections that have a sender of their own.
    private let own: [Section.Code: MailAddress]
    private let returnPath: MailAddress?
    private let heads = Mutex<[Key: Head]>([:])

    /// Heads of sections that were changed since are let go with all others.
    private static let mostHeads = 100

    /// - Parameters:
    ///   - sender: nil for each section's own contact address.
    ///   - own: of sections that write under another address.
    ///   - returnPath: nil for the sender's.
    package init(sender: MailAddress?, of own: [Section.Code: MailAddress] = [:], returnPath: MailAddress?) {
        self.sender = sender
        self.own = own
        self.returnPath = returnPath
    }

    /// nil while nobody said who sends.
    func head(of section: Section) -> Head? {
        let key = Key(code: section.code, name: section.name, contact: section.contactEmail)
        if let head = heads.withLock({ $0[key] }) { return head }
        let contact = section.contactEmail.flatMap { MailAddress($0) }
        guard let from = own[section.code] ?? sender ?? contact else { return nil }
        let head = Head(from: Mailbox(name: section.name, address: from), replyTo: contact, back: returnPath ?? from)
        heads.withLock { heads in
            if heads.count >= Self.mostHeads { heads = [:] }
            heads[key] = head
        }
        return head
    }
}
