extension ActionDraft {
    /// Somebody to write to, or to copy, with every contact the document prints.
    package struct Target: Hashable, Codable, Sendable {
        package var kind: Kind = .target
        package var name: String?
        package var role: String?
        package var salutation: String?
        package var addressLines: [String] = []
        package var emails: [String] = []
        /// How many addresses the page hides.
        package var emailsObfuscated = 0
        package var phones: [String] = []
        package var faxes: [String] = []
        package var twitter: [String] = []
        package var instagram: [String] = []
        package var facebook: [String] = []
        package var contactForms: [String] = []

        package enum Kind: String, Codable, Hashable, Sendable {
            case target, copy
        }

        package init() {}

        enum CodingKeys: String, CodingKey {
            case kind, name, role, salutation, emails, phones, faxes, twitter, instagram, facebook
            case addressLines = "address_lines"
            case emailsObfuscated = "emails_obfuscated"
            case contactForms = "contact_forms"
        }
    }

    /// A model letter in one language, without placeholder for the writer's name.
    package struct Letter: Hashable, Codable, Sendable {
        package var language: Language?
        package var salutation: String?
        package var body: String
        package var closing: String?

        package init(language: Language? = nil, salutation: String? = nil, body: String, closing: String? = nil) {
            self.language = language
            self.salutation = salutation
            self.body = body
            self.closing = closing
        }
    }

    /// A document that the page offers: "UA 119/21 espagnol, Microsoft Word, 114.5 kB".
    package struct Download: Hashable, Codable, Sendable {
        package var title: String
        package var language: Language?
        package var format: String?
        package var size: String?

        package init(title: String, language: Language? = nil, format: String? = nil, size: String? = nil) {
            self.title = title
            self.language = language
            self.format = format
            self.size = size
        }
    }
}

extension ActionDraft.Target {
    package init(from decoder: any Decoder) throws {
        self.init()
        let values = try decoder.container(keyedBy: CodingKeys.self)
        kind = try values.decodeIfPresent(Kind.self, forKey: .kind) ?? .target
        name = try values.decodeIfPresent(String.self, forKey: .name)
        role = try values.decodeIfPresent(String.self, forKey: .role)
        salutation = try values.decodeIfPresent(String.self, forKey: .salutation)
        addressLines = try values.list(.addressLines)
        emails = try values.list(.emails)
        emailsObfuscated = try values.decodeIfPresent(Int.self, forKey: .emailsObfuscated) ?? 0
        phones = try values.list(.phones)
        faxes = try values.list(.faxes)
        twitter = try values.list(.twitter)
        instagram = try values.list(.instagram)
        facebook = try values.list(.facebook)
        contactForms = try values.list(.contactForms)
    }
}
