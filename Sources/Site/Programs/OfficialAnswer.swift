import Campaign
import Documents

/// Whom an output is written to, as programs get it. E-mail addresses are told in answer to a form only, here as on the pages: no program that
/// follows links finds one.
struct OfficialAnswer {
    let site: SiteParts

    func all(_ view: ActionView) -> JSON {
        let origin = site.origins.origin(of: view.reader.section), form = Links.addresses(view.action.reference, view.reader.language)
        let isLatest = view.output.ordinal == view.action.latest?.ordinal
        return [
            "items": .list((view.edition?.addressees ?? []).enumerated().map { official($0.element, number: $0.offset + 1, view) }),
            "addresses_form": JSON(view.isOpen && isLatest ? origin + form : nil),
        ]
    }

    private func official(_ addressee: Addressee, number: Int, _ view: ActionView) -> JSON {
        let contacts = addressee.contacts.map { contact($0, fromRegister: false) } + addressee.replacements.map { contact($0, fromRegister: true) }
        return .object([
            ("number", .number(number)), ("role", .words(addressee.role.rawValue)), ("name", JSON(addressee.name)),
            ("office", JSON(addressee.office)), ("salutation", JSON(addressee.salutation)),
            ("country", JSON(view.country(of: addressee)?.code)), ("contacts", .list(contacts)),
        ])
    }

    private func contact(_ contact: ContactPoint, fromRegister: Bool) -> JSON {
        let isMail = contact.channel == .email
        return [
            "channel": .words(contact.channel.rawValue), "place": JSON(isMail ? nil : contact.place),
            "withheld": JSON(contact.place == nil ? "by_source" : isMail ? "told_by_form" : nil), "checked_on": JSON(contact.checkedOn),
            "state": JSON(contact.standing?.state.rawValue), "state_since": JSON(contact.standing?.on), "from_register": .truth(fromRegister),
        ]
    }
}
