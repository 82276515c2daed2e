import Campaign
import Documents

/// The way out for mail, as the settings have it.
struct MailOffice {
    let postman: PostRoom
    let letterhead: Letterhead
    /// How many messages are handed over at a time.
    let connections: Int

    /// nil while no mail server is set.
    init?(_ settings: Settings) throws {
        guard let postman = try settings.mail.postman() else { return nil }
        self.postman = postman
        letterhead = Letterhead(sender: settings.mail.from.value.usual, of: settings.mail.from.value.own, returnPath: settings.mail.returnPath.value)
        connections = settings.mail.connections.value
    }
}
