package import Documents
import Foundation
package import Mail

/// Hands finished messages to the mail server; `Postman` is the one that does.
package protocol Mailer: Sendable {
    func send(_ message: Mail.Message) async -> Verdict
}

extension Postman: Mailer {}

/// Whose name mail to supporters bears.
package struct Letterhead: Sendable {
    let sender: MailAddress?
    /// Sections that have a sender of their own.
    let own: [Section.Code: MailAddress]
    let returnPath: MailAddress?

    /// - Parameters:
    ///   - sender: nil for each section's own contact address.
    ///   - own: of sections that write under another address.
    ///   - returnPath: nil for the sender's.
    package init(sender: MailAddress?, of own: [Section.Code: MailAddress] = [:], returnPath: MailAddress?) {
        self.sender = sender
        self.own = own
        self.returnPath = returnPath
    }

    func from(_ section: Section) -> Mailbox? {
        (own[section.code] ?? sender ?? section.contactEmail.flatMap { MailAddress($0) }).map { Mailbox(name: section.name, address: $0) }
    }

    /// Where bounces of this token go.
    func returnPath(_ token: String, of section: Section) -> MailAddress? {
        guard let own = returnPath ?? from(section)?.address else { return nil }
        return own.tagged(token) ?? own
    }
}

/// Mails notices to those who gave an address. It is opened at the last moment and nowhere else.
package struct MailCarrier: AlertCarrier {
    let mailer: any Mailer
    let letterhead: Letterhead
    let keyring: Keyring
    let world: World

    package init(mailer: any Mailer, letterhead: Letterhead, keyring: Keyring, world: World) {
        self.mailer = mailer
        self.letterhead = letterhead
        self.keyring = keyring
        self.world = world
    }

    package func carry(_ notice: AlertNotice) async -> Carriage {
        guard let address = notice.address else { return .notMine }
        guard let text = try? keyring.opened(address, for: IdentityPlace.address(of: notice.supporter)), let to = MailAddress(text) else {
            return .never("the address cannot be read")
        }
        guard let message = message(notice, to: to) else { return .later("no sender is set") }
        return Carriage(await mailer.send(message))
    }

    /// nil while nobody said who sends.
    func message(_ notice: AlertNotice, to: MailAddress) -> Mail.Message? {
        let section = notice.section
        guard let from = letterhead.from(section), let back = letterhead.returnPath(notice.returnToken, of: section) else { return nil }
        return Mail.Message(
            from: from, to: to, replyTo: section.contactEmail.flatMap { MailAddress($0) }, subject: notice.subject, text: notice.plain,
            html: notice.html.isEmpty ? nil : notice.html, language: notice.language, id: "\(notice.id)@\(section.host)", returnPath: back,
            date: Date(timeIntervalSince1970: Double(world.now().milliseconds) / 1_000), listID: "alerts.\(section.host)", unsubscribe: notice.stop,
            isAutomatic: true)
    }
}

extension Carriage {
    init(_ verdict: Verdict) {
        self =
            switch verdict {
            case .accepted: .taken
            case .refusedForNow(let reason): .later(reason)
            case .postponed(let pause): .notYet(seconds: Int(pause.components.seconds))
            // Behind the code ("550 5.1.1", "550-5.1.1") class 5.1 speaks of the address (RFC 3463 section 3.2); anything else may be about us.
            case .refused(let reason): reason.dropFirst(4).hasPrefix("5.1.") ? .unreachable(reason) : .never(reason)
            }
    }
}
