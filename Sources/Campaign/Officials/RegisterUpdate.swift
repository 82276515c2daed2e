import Documents
import Storage

/// One table on its way into the register, inside one transaction.
struct RegisterUpdate {
    private let db: any Connection
    private let newID: @Sendable () -> String
    private let places: [String: OfficialPlace]
    private let register: Register

    init(_ db: any Connection, newID: @escaping @Sendable () -> String) throws {
        self.db = db
        self.newID = newID
        let places = try db.officials("1 = 1")
        self.places = Dictionary(uniqueKeysWithValues: places.map { ($0.official.key, $0) })
        register = Register(places.map(\.official))
    }

    func result(of table: CSVTable) -> ImportOfficials.Result {
        let (after, problems) = register.changed(by: table)
        var result = ImportOfficials.Result(problems: problems)
        for official in after.sorted {
            guard let known = register.officials[official.key] else { result.added += 1; continue }
            result.changed +=
                (official.facts == known.facts ? 0 : 1) + Self.differing(official.holders, known.holders)
                + Self.differing(official.contacts, known.contacts)
        }
        return result
    }

    func take(_ table: CSVTable, source: String, by name: String, at now: Instant) throws -> ImportOfficials.Result {
        var result = result(of: table)
        let entry = try db.registerRevision() + 1
        try db.insertRegisterEntry(entry, source: source, by: name, at: now)
        for official in register.changed(by: table).0.sorted { try write(official, entry) }
        result.linked = try db.linkEverything()
        try db.log(
            "register.changed", subject: String(entry), by: name, detail: "added \(result.added), changed \(result.changed)", id: newID(), at: now)
        return result
    }

    private func write(_ official: Official, _ entry: Int) throws {
        let known = places[official.key], id = known?.id ?? Official.ID(newID())
        if known == nil { try db.insertOfficial(id, key: official.key) }
        if known?.official.facts != official.facts { try db.insert(official.facts, version: (known?.version ?? 0) + 1, of: id, entry: entry) }
        for (position, holder) in official.holders.enumerated() where known?.official.holders.contains(holder) != true {
            let part = known?.holders[holder.folded], holderID = part?.id ?? newID()
            if part == nil { try db.insertHolder(holderID, holder, at: position, of: id) }
            try db.insert(holder, version: (part?.version ?? 0) + 1, as: holderID, entry: entry)
        }
        for (position, contact) in official.contacts.enumerated() where known?.official.contacts.contains(contact) != true {
            let part = known?.contacts[contact.placeKey], contactID = part?.id ?? newID()
            if part == nil { try db.insertContact(contactID, contact, at: position, of: id) }
            try db.insert(contact, version: (part?.version ?? 0) + 1, as: contactID, entry: entry)
        }
    }

    private static func differing<Part: Equatable>(_ after: [Part], _ before: [Part]) -> Int {
        after.count { !before.contains($0) }
    }
}
