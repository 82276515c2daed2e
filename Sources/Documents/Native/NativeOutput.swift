/// An output in one language: the facts of the case and of the output, and the words of that language.
///
/// What has no language (social posts, and the parts of editions that are not words) stands in one file of each output only.
package struct NativeOutput: Hashable, Sendable {
    package var reference: Reference
    package var isInvented = false
    package var countries: [Country] = []
    package var subjects: [Subject] = []
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

    /// The facts of an output apart from its words and its place in the chain. Four days that are never mixed.
    package struct Facts: Hashable, Sendable {
        package var isFinal = false
        /// As it is stored: the printed form, or what a document printed that is no index code.
        package var indexCode: String?
        package var issuedOn: Day?
        package var actUntil: Day?
        package var endedOn: Day?
        package var endReason: EndReason?
        package var outcome: Outcome?
        package var eventOn: Day?
        package var preferredLanguages: [Language] = []
        package var ownLanguageWelcome: Bool?
        package var previousLink: String?

        package init() {}
    }
}
