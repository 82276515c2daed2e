import Documents
import Storage

/// Where an output prints a contact.
struct ContactPlace: Hashable {
    let addressee: String
    let position: Int

    init(_ row: Row) throws {
        addressee = try row("addressee_id")
        position = try row("position")
    }
}

extension Connection {
    /// What the register says now of the contacts that the chosen editions print. What fails for one office fails for all that share it.
    func standings(of editions: SQL) throws -> [ContactPlace: Standing] {
        let rows = try rows(
            """
            SELECT c.addressee_id, c.position, n.state, n.state_on, n.checked_on FROM addressee a
            JOIN contact_point c ON c.addressee_id = a.id
            JOIN official_contact k ON k.normal = c.normal AND k.channel = c.channel
            JOIN official_contact_version n ON n.contact_id = k.id AND n.version = k.version
            WHERE a.edition_id IN (\(editions)) AND c.official_contact_id IS NOT NULL AND n.state IS NOT NULL ORDER BY k.id
            """
        )
        return try rows.reduce(into: [:]) { standings, row in
            let said = Standing(state: try row("state"), on: try row("state_on") ?? row("checked_on"))
            standings[try ContactPlace(row)].keepWorse(said)
        }
    }

    /// The contacts of the register that are this place, whatever their channel.
    func contactRows(at normal: String) throws -> [Row] {
        try rows(
            """
            SELECT k.id, k.channel, k.normal, n.* FROM official_contact k
            JOIN official_contact_version n ON n.contact_id = k.id AND n.version = k.version WHERE k.normal = \(normal) ORDER BY k.id
            """
        )
    }

    /// What the register knows of whom the chosen editions address, by addressee; only where it is certain which office that is.
    func registerContacts(of editions: SQL) throws -> [String: [OfficialContact]] {
        let rows = try rows(
            """
            WITH known AS (
                SELECT a.id AS addressee_id, a.official_id FROM addressee a
                WHERE a.edition_id IN (\(editions)) AND a.official_id IS NOT NULL
                UNION
                SELECT a.id AS addressee_id, k.official_id FROM addressee a
                JOIN contact_point c ON c.addressee_id = a.id JOIN official_contact k ON k.id = c.official_contact_id
                WHERE a.edition_id IN (\(editions)) AND a.official_id IS NULL AND NOT EXISTS (
                    SELECT 1 FROM official_contact s WHERE s.normal = k.normal AND s.channel = k.channel AND s.official_id <> k.official_id)
            )
            SELECT known.addressee_id, k.channel, k.normal, n.* FROM known JOIN official_contact k ON k.official_id = known.official_id
            JOIN official_contact_version n ON n.contact_id = k.id AND n.version = k.version ORDER BY k.official_id, k.position
            """
        )
        return try Dictionary(grouping: rows) { try $0("addressee_id") as String }.mapValues { try $0.map(OfficialContact.init) }
    }
}

extension Standing? {
    fileprivate mutating func keepWorse(_ said: Standing) {
        if self == nil || (self?.state.isUsable == true && !said.state.isUsable) { self = said }
    }
}

extension Addressee {
    /// With what the register offers instead of each contact that fails: the same channel, nothing that is printed already.
    func replaced(from known: [OfficialContact]) -> Addressee {
        let failing = Set(contacts.filter { !$0.isUsable }.map(\.channel))
        let printed = Set(contacts.compactMap { contact in contact.place.flatMap { NormalPlace.of($0, contact.channel) } })
        let replacements = known.filter { failing.contains($0.channel) && $0.isUsable && !printed.contains($0.normal) }
        return Addressee(
            role: role, name: name, office: office, salutation: salutation, contacts: contacts, replacements: replacements.map(ContactPoint.init),
            seat: seat
        )
    }
}

extension ContactPoint {
    /// A contact of the register, as it is now.
    init(_ contact: OfficialContact) {
        self.init(
            channel: contact.channel, place: contact.place, checkedOn: contact.checkedOn,
            standing: contact.state.map { Standing(state: $0, on: contact.stateOn ?? contact.checkedOn) }
        )
    }
}
