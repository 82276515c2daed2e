/// An output in one language: the facts of the case and of the output, and the words of that language.
///
/// What has no language (social posts, and the parts of editions that are not words) stands in one file of each output only.
package struct NativeOutput: Hashable, Sendable {
    package var reference: Reference
    package var isInvented = false
    package var countries: [Country] = []
    package var subjects: [Subject] = []
    /// What the case is about, by the ids of topics.
    package var topics: [String] = []
    package var ordinal: Int
    package var kind: OutputKind
    package var facts = Facts()
    /// nil for a draft.
    package var published: NativeStamp?
    /// nil for an output that says nothing in any language.
    package var language: Language?
    package var words = NativeWords()
    package var socialPosts: [String] = []
    package var editions: [NativeEdition] = []

    package init(reference: Reference, ordinal: Int, kind: OutputKind) {
        self.reference = reference
        self.ordinal = ordinal
        self.kind = kind
    }

    /// A person, group or community at risk.
    package struct Subject: Hashable, Sendable, Encodable {
        package var name: String
        package var pronouns: String?

        package init(name: String, pronouns: String? = nil) {
            self.name = name
            self.pronouns = pronouns
        }
    }

    /// A later act-until day.
    package struct Extension: Hashable, Sendable, Encodable {
        package var until: Day
        /// The section for whose readers it holds; nil for everybody.
        package var section: String?
        package var stamp: NativeStamp

        package init(until: Day, section: String?, stamp: NativeStamp) {
            self.until = until
            self.section = section
            self.stamp = stamp
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Keys.self)
            try container.encode(until, forKey: .until)
            try container.encode(section, forKey: .section)
            try stamp.encode(to: encoder)
        }

        private enum Keys: String, CodingKey { case until, section }
    }

    /// The facts of an output apart from its words and its place in the chain. Four days that are never mixed.
    package struct Facts: Hashable, Sendable {
        package var isFinal = false
        /// As it is stored: the printed form, or what a document printed that is no index code.
        package var indexCode: String?
        package var issuedOn: Day?
        package var actUntil: Day?
        /// Later days that it was given since, in the order in which that was done; the day above stays as the document says it.
        package var extensions: [Extension] = []
        package var endedOn: Day?
        package var endReason: EndReason?
        package var outcome: Outcome?
        package var eventOn: Day?
        package var preferredLanguages: [Language] = []
        package var ownLanguageWelcome: Bool?
        package var previousLink: String?
        /// The ordinal of the output whose mistake it sets right.
        package var corrects: Int?
        /// "internal" or "members"; nil for everybody.
        package var audience: String?

        package init() {}
    }
}
