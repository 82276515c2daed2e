package import Documents
import Mail
package import Storage

/// Sends an alert, draft or not, to one address as its recipients would get it. The address is written down nowhere, that there was a test is.
package struct TestAlert: Sendable {
    let database: any Database
    let writing: NoticeWriting
    let carrier: MailCarrier

    package init(database: any Database, writing: NoticeWriting, carrier: MailCarrier) {
        self.database = database
        self.writing = writing
        self.carrier = carrier
    }

    /// The alert in each of its languages. Returns how many were taken. Throws `AlertRefusal`.
    package func callAsFunction(_ id: Alert.ID, to address: MailAddress, by name: String) async throws -> Int {
        let (section, texts, reference) = try await database.read { db in
            let alert = try db.alert(id)
            return (try db.sections().first { $0.code == alert.section }, try db.texts(of: id), try db.reference(ofOutput: alert.output))
        }
        guard let section else { throw AlertRefusal.unknown(id.text) }
        guard !texts.isEmpty else { throw AlertRefusal.pointless(.withdrawn) }
        for text in texts {
            let frame = writing.frame([text], isDigest: false, text.language, section), key = "test \(carrier.world.newID())"
            let notice = writing.notice(
                frame, key: key, to: .init(id: Supporter.ID("test")), text.language, section,
                link: writing.links.action(reference, text.language, of: section), isSameDay: false)
            guard let message = carrier.message(notice, to: address) else { throw AlertRefusal.noMail }
            switch await carrier.mailer.send(message) {
            case .accepted: break
            case .refused(let answer), .refusedForNow(let answer): throw AlertRefusal.testRefused(answer)
            case .postponed: throw AlertRefusal.testRefused("")
            }
        }
        let now = carrier.world.now(), event = carrier.world.newID()
        try await database.write { db in
            try db.noteTest(of: id, by: name, at: now)
            try db.log("alert.tested", subject: id.text, by: name, id: event, at: now)
        }
        return texts.count
    }
}
