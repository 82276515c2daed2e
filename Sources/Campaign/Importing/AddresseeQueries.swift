import Documents
import Storage

/// An addressee already known, and its row.
struct AddresseePlace {
    let id: String
    let addressee: Addressee
}

extension Connection {
    func addresseePlaces(of edition: Edition.ID) throws -> [AddresseePlace] {
        try rows("SELECT * FROM addressee WHERE edition_id = \(edition) ORDER BY position").map { row in
            let id: String = try row("id")
            let contacts = try rows("SELECT * FROM contact_point WHERE addressee_id = \(id) ORDER BY position")
            return AddresseePlace(id: id, addressee: try Addressee(row, contacts: contacts))
        }
    }

    func insert(_ addressee: Addressee, as id: String, into edition: Edition.ID, at position: Int) throws {
        try execute(
            """
            INSERT INTO addressee (id, edition_id, position, role, name, office, salutation)
            VALUES (\(id), \(edition), \(position), \(addressee.role.rawValue), \(addressee.name), \(addressee.office), \(addressee.salutation))
            """
        )
        try replaceContacts(of: id, with: addressee.contacts)
    }

    func update(_ addressee: Addressee, as id: String) throws {
        try execute(
            """
            UPDATE addressee SET name = \(addressee.name), office = \(addressee.office), salutation = \(addressee.salutation)
            WHERE id = \(id)
            """
        )
        try replaceContacts(of: id, with: addressee.contacts)
    }

    private func replaceContacts(of addressee: String, with contacts: [ContactPoint]) throws {
        try execute("DELETE FROM contact_point WHERE addressee_id = \(addressee)")
        for (position, contact) in contacts.enumerated() {
            let normal = contact.place.flatMap { NormalPlace.of($0, contact.channel) }
            try execute(
                """
                INSERT INTO contact_point (addressee_id, position, channel, place, normal, checked_on)
                VALUES (\(addressee), \(position), \(contact.channel), \(contact.place), \(normal), \(contact.checkedOn))
                """
            )
        }
        try linkContacts("addressee_id = \(addressee)")
    }
}
