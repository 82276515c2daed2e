import Documents
import Storage

/// Filling an edition's addressees.
extension Acceptance {
    /// The same person of the same edition is one addressee, whose contacts grow; a contact one page hides and another shows is shown.
    mutating func mergeAddressees(_ edition: Edition.ID) throws {
        for said in draft.targets.map(Addressee.init) where said.name != nil || said.office != nil {
            let places = try db.addresseePlaces(of: edition)
            if let known = places.first(where: { $0.addressee.isSame(as: said) }) {
                try merge(said, into: known)
            } else {
                try db.insert(said, as: newID(), into: edition, at: places.count)
            }
        }
    }

    /// Offices and greetings are worded differently in each language, so only what is missing is taken; a change of role is noted.
    private mutating func merge(_ said: Addressee, into place: AddresseePlace) throws {
        let known = place.addressee
        if said.role != known.role { note("targets.kind", said: said.role.rawValue, known: known.role.rawValue) }
        let merged = Addressee(
            role: known.role, name: known.name ?? said.name, office: known.office ?? said.office,
            salutation: known.salutation ?? said.salutation, contacts: known.contacts.merged(with: said.contacts)
        )
        if merged != known { try db.update(merged, as: place.id) }
    }
}

extension Addressee {
    /// The same name; where either has none, the same office.
    fileprivate func isSame(as other: Addressee) -> Bool {
        if let name, let theirs = other.name { return name.lowercased() == theirs.lowercased() }
        return office != nil && office?.lowercased() == other.office?.lowercased()
    }
}

extension [ContactPoint] {
    /// With the other's points that are new; a shown one takes the place of a hidden one.
    fileprivate func merged(with said: [ContactPoint]) -> [ContactPoint] {
        said.reduce(into: self) { points, point in
            guard !points.contains(where: { $0.covers(point) }) else { return }
            points.removeAll { $0.channel == point.channel && $0.place == nil }
            points.append(point)
        }
    }
}

extension ContactPoint {
    /// Whether this one makes the other superfluous: the same, or a shown one beside a hidden one.
    fileprivate func covers(_ other: ContactPoint) -> Bool {
        channel == other.channel && (place == other.place || (other.place == nil && place != nil))
    }
}

extension Addressee {
    /// With every contact the draft has; a hidden e-mail is a contact without a place.
    init(_ target: ActionDraft.Target) {
        var contacts: [ContactPoint] = []
        func add(_ channel: Channel, _ places: [String]) {
            contacts += places.map { ContactPoint(channel: channel, place: $0) }
        }
        if !target.addressLines.isEmpty { add(.post, [target.addressLines.joined(separator: "\n")]) }
        add(.email, target.emails)
        if target.emails.isEmpty && target.emailsObfuscated > 0 { contacts.append(ContactPoint(channel: .email, place: nil)) }
        add(.fax, target.faxes)
        add(.phone, target.phones)
        add(.x, target.twitter)
        add(.instagram, target.instagram)
        add(.facebook, target.facebook)
        add(.contactForm, target.contactForms)
        self.init(
            role: target.kind == .copy ? .copy : .target, name: target.name.nilIfBlank, office: target.role.nilIfBlank,
            salutation: target.salutation.nilIfBlank, contacts: contacts
        )
    }
}

extension String? {
    fileprivate var nilIfBlank: String? { flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 } }
}
