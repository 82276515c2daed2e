import Documents
import Storage

/// Writing versions: a new thing is its first, a change a further one.
extension Connection {
    func insertRegisterEntry(_ position: Int, source: String, by name: String, at now: Instant) throws {
        try execute("INSERT INTO register_entry (position, source, by_name, at) VALUES (\(position), \(source), \(name), \(now))")
    }

    func insertOfficial(_ id: Official.ID, key: String) throws {
        try execute("INSERT INTO official (id, key, version) VALUES (\(id), \(key), 1)")
    }

    func insert(_ facts: OfficialFacts, version: Int, of official: Official.ID, entry: Int) throws {
        if version > 1 { try execute("UPDATE official SET version = \(version) WHERE id = \(official)") }
        try execute(
            """
            INSERT INTO official_version (official_id, version, country, rank, titles, receiving, mission_kind, accredited_from, valid_from, valid_to,
                checked_on, checked_by, note, entry)
            VALUES (\(official), \(version), \(facts.country), \(facts.rank), \(facts.titles), \(facts.seat?.receiving), \(facts.seat?.kind),
                \(facts.seat?.accreditedFrom), \(facts.validFrom), \(facts.validTo), \(facts.checkedOn), \(facts.checkedBy), \(facts.note), \(entry))
            """
        )
    }

    func insertHolder(_ id: String, _ holder: Holder, at position: Int, of official: Official.ID) throws {
        try execute(
            "INSERT INTO holder (id, official_id, position, folded, version) VALUES (\(id), \(official), \(position), \(holder.folded), 1)"
        )
    }

    func insert(_ holder: Holder, version: Int, as id: String, entry: Int) throws {
        if version > 1 { try execute("UPDATE holder SET version = \(version) WHERE id = \(id)") }
        try execute(
            """
            INSERT INTO holder_version (holder_id, version, name, honorific, gender, salutations, held_from, held_until, checked_on, checked_by, entry)
            VALUES (\(id), \(version), \(holder.name), \(holder.honorific), \(holder.gender), \(holder.salutations), \(holder.heldFrom),
                \(holder.heldUntil), \(holder.checkedOn), \(holder.checkedBy), \(entry))
            """
        )
    }

    func insertContact(_ id: String, _ contact: OfficialContact, at position: Int, of official: Official.ID) throws {
        try execute(
            """
            INSERT INTO official_contact (id, official_id, position, channel, normal, version)
            VALUES (\(id), \(official), \(position), \(contact.channel), \(contact.normal), 1)
            """
        )
    }

    func insert(_ contact: OfficialContact, version: Int, as id: String, entry: Int) throws {
        if version > 1 { try execute("UPDATE official_contact SET version = \(version) WHERE id = \(id)") }
        try execute(
            """
            INSERT INTO official_contact_version (contact_id, version, place, language, is_preferred, state, state_on, checked_on, checked_by, note,
                entry)
            VALUES (\(id), \(version), \(contact.place), \(contact.language), \(contact.isPreferred), \(contact.state), \(contact.stateOn),
                \(contact.checkedOn), \(contact.checkedBy), \(contact.note), \(entry))
            """
        )
    }
}
