import Documents
import Foundation
package import Mail

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

    /// How many notices may be under way at a time: while a connection waits for the answer to one, and for that to be noted, the server
    /// hears of the next, and others are being written.
    package static func lanes(connections: Int) -> Int { 4 * connections }

    package func reaches(_ notice: AlertNotice) -> Bool { notice.address != nil }

    package func carry(_ notice: AlertNotice) async -> Carriage {
        guard reaches(notice) else { return .notMine }
        switch message(notice) {
        case .success(let message): return Carriage(await mailer.send(message))
        case .failure(let unwritten): return unwritten.carriage
        }
    }

    /// Writes them one after the other, and leaves them to the lines.
    package func carry(_ notices: [AlertNotice], telling tell: @escaping Telling) async {
        var mailings: [Mailing] = []
        mailings.reserveCapacity(notices.count)
        for (place, notice) in notices.enumerated() {
            switch message(notice) {
            case .success(let message): mailings.append(Mailing(message) { tell(place, Carriage($0.verdict), $0) })
            case .failure(let unwritten): tell(place, unwritten.carriage, nil)
            }
        }
        mailer.post(mailings)
    }

    /// There is no message, and what that makes of the notice.
    private struct Unwritten: Error { let carriage: Carriage }

    private func message(_ notice: AlertNotice) -> Result<Mail.Message, Unwritten> {
        guard let address = notice.address, let text = try? keyring.opened(address, for: IdentityPlace.address(of: notice.supporter)),
            let to = MailAddress(text)
        else { return .failure(Unwritten(carriage: .never("the address cannot be read"))) }
        return message(notice, to: to).map { .success($0) } ?? .failure(Unwritten(carriage: .later("no sender is set")))
    }

    /// nil while nobody said who sends.
    func message(_ notice: AlertNotice, to: MailAddress) -> Mail.Message? {
        let section = notice.section, mailed = notice.mailed
        guard let head = letterhead.head(of: section) else { return nil }
        return Mail.Message(
            from: head.from, to: to, replyTo: head.replyTo, subject: notice.frame.mailSubject, text: mailed.plain, html: mailed.html,
            language: notice.language, id: "\(notice.id)@\(section.host)", returnPath: head.returnPath(notice.returnToken),
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
