/// How a section publishes an output, apart from its words: whom it addresses, what it offers, what it counted elsewhere.
package struct NativeEdition: Hashable, Sendable, Encodable {
    package var section: String
    package var addressees: [Addressee] = []
    package var downloads: [ActionDraft.Download] = []
    package var counts: [Count] = []

    package init(section: String) {
        self.section = section
    }

    /// An official as the output addresses it.
    package struct Addressee: Hashable, Sendable, Encodable {
        package var role: ActionDraft.Target.Kind
        package var name: String?
        package var office: String?
        package var salutation: String?
        package var contacts: [Contact] = []

        package init(role: ActionDraft.Target.Kind, name: String? = nil, office: String? = nil, salutation: String? = nil) {
            self.role = role
            self.name = name
            self.office = office
            self.salutation = salutation
        }
    }

    /// One way to reach an official.
    package struct Contact: Hashable, Sendable, Encodable {
        /// A channel by its stored name: "post", "email", "contact_form".
        package var channel: String
        /// nil when the source says there is one but hides it.
        package var place: String?
        package var checkedOn: Day?

        package init(channel: String, place: String?, checkedOn: Day? = nil) {
            self.channel = channel
            self.place = place
            self.checkedOn = checkedOn
        }

        private enum CodingKeys: String, CodingKey {
            case channel, place
            case checkedOn = "checked"
        }
    }

    /// Appeals that an imported page counted; never what this server counted itself.
    package struct Count: Hashable, Sendable, Encodable {
        package var appeals: Int
        package var channel: String
        package var isLate: Bool
        package var on: Day
        /// When it was entered, as the database writes instants.
        package var at: String

        package init(appeals: Int, channel: String, isLate: Bool, on: Day, at: String) {
            self.appeals = appeals
            self.channel = channel
            self.isLate = isLate
            self.on = on
            self.at = at
        }

        private enum CodingKeys: String, CodingKey {
            case appeals, channel, at
            case isLate = "late"
            case on = "day"
        }
    }
}
