import Campaign
import Documents

/// An action as an advocacy campaign of OSDI 1.1.1. What nobody said is left out, as OSDI does.
struct OSDICampaign {
    let site: SiteParts

    /// - Parameter view: of the action's latest output.
    func json(_ view: ActionView) -> JSON {
        let reader = view.reader, action = view.action, origin = site.origins.origin(of: reader.section),
            page = origin + view.path(in: reader.language)
        let targets = (view.edition?.addressees ?? []).filter { $0.role == .target }, text = view.text
        let published = action.outputs.compactMap(\.publishedAt)
        let members: [(name: String, value: JSON)] = [
            ("identifiers", JSON([Self.identifier(action.reference)])), ("origin_system", .words(reader.section.name)),
            ("created_date", JSON(published.min())), ("modified_date", JSON(published.max())),
            ("name", .words("\(view.reference) \(view.countryName)")), ("title", .words(view.headline)),
            ("description", JSON(view.isOpen ? [text?.lead, text?.call].compactMap { $0 }.joined(separator: "\n\n") : text?.lead)),
            ("summary", JSON(text?.lead)), ("templates", view.isOpen ? JSON(view.output.letters.map(Self.template)) : .null),
            ("targets", JSON(targets.compactMap { $0.name ?? $0.office }.joined(separator: ", "))),
            ("target_list", .list(targets.map(Self.target))), ("browser_url", .words(page)), ("share_url", .words(page)),
            ("type", JSON(Self.type(targets))), ("total_outreaches", JSON(reader.publicCount(view.tally.counted()))),
            ("ua:takes_letters", .truth(view.isOpen)), ("ua:act_until", JSON(view.actUntil)), ("_links", links(view, origin)),
        ]
        return .object(members.filter { if case .null = $0.value { false } else { true } })
    }

    static func identifier(_ reference: Reference) -> String {
        "\(reference.series.rawValue.lowercased()):\(reference.printed().split(separator: " ").last ?? "")"
    }

    private func links(_ view: ActionView, _ origin: String) -> JSON {
        let reference = view.action.reference
        var links: [(name: String, value: JSON)] = [
            ("curies", OSDILinks.curies(origin)), ("self", OSDILinks.link(origin + OSDILinks.campaign(reference))),
            ("osdi:outreaches", OSDILinks.link(origin + OSDILinks.outreaches(reference))),
            ("ua:outputs", OSDILinks.link(origin + ProgramLinks.outputs(reference))),
        ]
        if view.takesReports { links.append(("osdi:record_outreach_helper", OSDILinks.link(origin + OSDILinks.record(reference)))) }
        return .object(links)
    }

    private static func template(_ letter: ModelLetter) -> String {
        ([letter.greeting] + letter.body + [letter.closing]).compactMap { $0 }.joined(separator: "\n\n")
    }

    /// The way most addressees can be reached by.
    private static func type(_ targets: [Addressee]) -> String? {
        let channels = [(Channel.email, "email"), (.post, "postal mail"), (.phone, "phone"), (.fax, "fax")]
        return channels.first { channel, _ in targets.contains { !$0.contacts(channel).isEmpty } }?.1
    }

    /// Without e-mail addresses, which no program gets by following links.
    private static func target(_ addressee: Addressee) -> JSON {
        let post = addressee.contacts(.post).compactMap(\.place).enumerated().map { place, lines -> JSON in
            ["primary": .truth(place == 0), "address_type": "Work", "address_lines": JSON(lines.split(separator: "\n").map(String.init))]
        }
        let phones = [Channel.phone, .fax].flatMap { channel in
            addressee.contacts(channel).compactMap(\.place).map { number -> JSON in
                ["number": .words(number), "number_type": .words(channel == .fax ? "Fax" : "Work")]
            }
        }
        let members: [(name: String, value: JSON)] = [
            ("title", JSON(addressee.office)), ("family_name", JSON(addressee.name)),
            ("postal_addresses", .list(post)), ("phone_numbers", .list(phones)),
        ]
        return .object(members.filter { if case .null = $0.value { false } else { true } })
    }
}
