import Documents
package import Storage

extension Connection {
    /// Everything the register knows now. Four statements however large it is.
    package func register() throws -> Register {
        Register(try officials("1 = 1").map(\.official))
    }

    /// The offices and missions chosen by a condition on `o` (official) and `v` (its newest version), with their parts, by key.
    func officials(_ condition: SQL) throws -> [OfficialPlace] {
        let chosen: SQL = "FROM official o JOIN official_version v ON v.official_id = o.id AND v.version = o.version WHERE \(condition)"
        let holders = try Dictionary(
            grouping: rows(
                """
                SELECT h.id, h.official_id, h.folded, n.* FROM holder h JOIN holder_version n ON n.holder_id = h.id AND n.version = h.version
                WHERE h.official_id IN (SELECT o.id \(chosen)) ORDER BY h.position
                """
            )
        ) { try $0("official_id") as Official.ID }
        let contacts = try Dictionary(
            grouping: rows(
                """
                SELECT k.id, k.official_id, k.channel, k.normal, n.* FROM official_contact k
                JOIN official_contact_version n ON n.contact_id = k.id AND n.version = k.version
                WHERE k.official_id IN (SELECT o.id \(chosen)) ORDER BY k.position
                """
            )
        ) { try $0("official_id") as Official.ID }
        return try rows("SELECT o.id, o.key, v.* \(chosen) ORDER BY o.key").map { row in
            let id: Official.ID = try row("id")
            return try OfficialPlace(row, id, holders: holders[id] ?? [], contacts: contacts[id] ?? [])
        }
    }

    /// How many entries the register has: it grows with every change of it.
    func registerRevision() throws -> Int {
        try row("SELECT COALESCE(MAX(position), 0) AS entries FROM register_entry")?("entries") ?? 0
    }
}

/// An office in the register with the identities and versions of its rows.
struct OfficialPlace: Sendable {
    struct Part: Sendable {
        let id: String
        let version: Int
    }

    let id: Official.ID
    let version: Int
    let official: Official
    /// By folded name.
    let holders: [String: Part]
    /// By channel and normal place.
    let contacts: [String: Part]

    init(_ row: Row, _ id: Official.ID, holders: [Row], contacts: [Row]) throws {
        self.id = id
        version = try row("version")
        official = Official(
            key: try row("key"), facts: try OfficialFacts(row), holders: try holders.map(Holder.init),
            contacts: try contacts.map(OfficialContact.init))
        self.holders = try Dictionary(holders.map { (try $0("folded"), try Part($0)) }, uniquingKeysWith: { first, _ in first })
        self.contacts = try Dictionary(
            contacts.map { ("\(try $0("channel") as String) \(try $0("normal") as String)", try Part($0)) }, uniquingKeysWith: { first, _ in first })
    }
}

extension OfficialPlace.Part {
    init(_ row: Row) throws {
        self.init(id: try row("id"), version: try row("version"))
    }
}

extension OfficialContact {
    /// By which the register finds its row.
    var placeKey: String { "\(channel.rawValue) \(normal)" }

    init(_ row: Row) throws {
        self.init(
            channel: try row("channel"), place: try row("place"), normal: try row("normal"),
            language: try (row("language") as String?).map(Language.init(rawValue:)), isPreferred: try row("is_preferred"), state: try row("state"),
            stateOn: try row("state_on"), checkedOn: try row("checked_on"), checkedBy: try row("checked_by"), note: try row("note")
        )
    }
}

extension Holder {
    init(_ row: Row) throws {
        self.init(
            name: try row("name"), folded: try row("folded"), honorific: try row("honorific"), gender: try row("gender"),
            salutations: try row("salutations"), heldFrom: try row("held_from"), heldUntil: try row("held_until"), checkedOn: try row("checked_on"),
            checkedBy: try row("checked_by")
        )
    }
}

extension OfficialFacts {
    init(_ row: Row) throws {
        let receiving: Country? = try row("receiving"), kind: MissionSeat.Kind? = try row("mission_kind"), from: Country? = try row("accredited_from")
        self.init(
            country: try row("country"), rank: try row("rank"), titles: try row("titles"),
            seat: receiving.flatMap { receiving in kind.map { MissionSeat(receiving: receiving, kind: $0, accreditedFrom: from) } },
            validFrom: try row("valid_from"), validTo: try row("valid_to"), checkedOn: try row("checked_on"), checkedBy: try row("checked_by"),
            note: try row("note")
        )
    }
}
