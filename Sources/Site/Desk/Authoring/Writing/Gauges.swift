import Campaign
import Documents

/// What fits: a letter on its page, a letter in the link of a mail program, a post on its network.
struct Gauges {
    let parts: AuthoringShell
    let opened: OpenedManuscript
    let reader: Reader

    /// - Parameter part: only those of one letter, or of the posts; nil for all.
    func all(_ part: ManuscriptPart? = nil) async throws -> [GaugePart] {
        let view = try await parts.view(opened, for: reader), output = opened.place.output
        let letters = output.letters.filter { part == nil || part == .letter($0.language) }
        let posts = part == nil || part == .posts ? output.socialPosts : []
        return letters.flatMap { self.letters($0, view) }
            + posts.enumerated().flatMap { number, post in
                [SocialNetwork.x, .bluesky].map { network in
                    gauge(
                        reader.text("desk.authoring_gauge_post", ["n": String(number + 1), "network": network.name]), network.length(of: post),
                        network.limit)
                }
            }
    }

    private func letters(_ model: ModelLetter, _ view: ActionView) -> [GaugePart] {
        let desk = parts.authoring.desk, addressees = view.edition?.addressees ?? [], language = reader.name(of: model.language)
        let subject = view.action.letterSubject(of: view.output, in: model.language, style: reader.section.referenceStyle)
        let wishes = ComposeLetter.Wishes(name: "Alexandra Example", place: "Example Town", date: reader.days.long(reader.today))
        let letters = (addressees.isEmpty ? [Addressee(role: .target, name: nil, office: nil, salutation: nil, contacts: [])] : addressees).map {
            ($0, desk.compose(model, to: $0, among: addressees, about: subject, wishes, elsewhere: ComposeLetter.Elsewhere(view.output)))
        }
        let pages = letters.map { PageRoom.lines($0.1.paragraphs) }.max() ?? 0
        let page = gauge(reader.text("desk.authoring_gauge_page", ["language": language]), pages, PageRoom.linesOnPage)
        return [page]
            + letters.filter { !$0.0.mailAddresses.isEmpty }.map { addressee, letter in
                let link = MailtoLink(to: addressee.mailAddresses.map(\.text), subject: letter.subject, body: letter.mailBody)
                return gauge(
                    reader.text("desk.authoring_gauge_mail", ["language": language, "name": addressee.printedName]), link.byteCount,
                    MailtoLink.byteBudget)
            }
    }

    private func gauge(_ label: String, _ used: Int, _ room: Int) -> GaugePart {
        let numbers = ["used": reader.words.grouped(used), "room": reader.words.grouped(room)]
        return GaugePart(
            gaugeLabel: label, gaugeText: reader.text(used > room ? "desk.authoring_gauge_over" : "desk.authoring_gauge_used", numbers),
            percent: String(min(100, used * 100 / max(room, 1))), isOver: used > room)
    }
}
