package import Documents

/// An official as an output addresses it.
package struct Addressee: Sendable, Equatable {
    package enum Role: String, Sendable, Codable { case target, copy }

    package let role: Role
    package let name: String?
    package let office: String?
    /// The greeting or style the case prints for this person, exactly as printed; never made by us.
    package let salutation: String?
    /// As the output printed them, whatever became of them since.
    package let contacts: [ContactPoint]
    /// What the register offers instead of a printed contact that does not work any more.
    package let replacements: [ContactPoint]
    /// Where a mission sits that the register adds for one section's readers; nil for whom the output prints.
    package let seat: MissionSeat?

    package init(
        role: Role, name: String?, office: String?, salutation: String?, contacts: [ContactPoint], replacements: [ContactPoint] = [],
        seat: MissionSeat? = nil
    ) {
        self.role = role
        self.name = name
        self.office = office
        self.salutation = salutation
        self.contacts = contacts
        self.replacements = replacements
        self.seat = seat
    }

    /// Where something may be sent by this channel: the printed contacts that are not known to fail, then what replaces the others.
    package func contacts(_ channel: Channel) -> [ContactPoint] {
        usableContacts.filter { $0.channel == channel }
    }

    package var usableContacts: [ContactPoint] {
        contacts.filter(\.isUsable) + replacements
    }

    /// The lines of the envelope without the name: the first postal contact.
    package var addressLines: [String] {
        contacts(.post).first?.place?.split(separator: "\n").map(String.init) ?? []
    }
}

/// One way to reach an official.
package struct ContactPoint: Sendable, Equatable {
    package let channel: Channel
    /// The address, number or handle as printed; nil when the source says there is one but hides it.
    package let place: String?
    package let checkedOn: Day?
    /// What the register says of it now; nil when it says nothing.
    package let standing: Standing?

    package init(channel: Channel, place: String?, checkedOn: Day? = nil, standing: Standing? = nil) {
        self.channel = channel
        self.place = place
        self.checkedOn = checkedOn
        self.standing = standing
    }

    /// Whether something may be sent there: nobody has found that it fails.
    package var isUsable: Bool { standing?.state.isUsable ?? true }
}
