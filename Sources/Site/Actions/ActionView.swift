import Campaign
import Documents

/// One output of an action with all that its pages need, read in one transaction and judged for one reader.
struct ActionView: Sendable {
    let action: Action
    let output: Output
    /// As this reader's section shows it, with the embassy of their country.
    let edition: Edition?
    /// The states whose embassy to the reader's country nobody knows.
    let withoutEmbassy: [Country]
    /// The states whose embassies readers of no country look up where they live.
    let accreditedAnywhere: [Country]
    let embassies: EmbassyRule?
    let tally: Tally
    let offer: LetterOffer
    let reader: Reader
    /// Where the international section publishes the action.
    var elsewhere: PublishedElsewhere?
    /// What officials answered, as this section publishes it.
    var replies: [Reply] = []

    /// - Parameter embassies: whom readers here copy; without it the edition is shown as printed.
    init(_ action: Action, _ output: Output, _ tally: Tally, embassies: EmbassyRule? = nil, for reader: Reader) {
        self.action = action
        self.output = output
        self.tally = tally
        self.reader = reader
        self.embassies = embassies
        let printed = output.edition(for: reader.section.code)
        let applied = printed.flatMap { embassies?.applied(to: $0, about: action.countries, in: reader.languages) }
        edition = applied?.edition ?? printed
        withoutEmbassy = applied?.withoutMission ?? []
        accreditedAnywhere = applied?.accreditedAnywhere ?? []
        offer = action.letterOffer(
            for: output, edition: printed?.addressees.isEmpty == true ? printed : edition, in: reader.section.code,
            on: reader.today)
    }

    var isOpen: Bool {
        if case .open = offer { true } else { false }
    }

    /// The last day for letters of this reader's section.
    var actUntil: Day? { output.actUntil(for: reader.section.code) }

    /// In which country an addressee of the edition sits; nil when nobody can tell.
    func country(of addressee: Addressee) -> Country? {
        edition.flatMap { embassies?.country(of: addressee, in: $0, about: action.countries) }
    }

    /// For a case in the readers' own country: to ask the section before writing. nil where the section does not wish that said.
    var ownCountryNote: String? {
        guard isOpen, reader.section.warns(of: action.countries), let home = reader.section.country.flatMap({ Country($0) }) else { return nil }
        return reader.text("home.notice", ["country": reader.names(of: [home]), "section": reader.section.name])
    }

    /// Whether the readers' own section published what is shown.
    var isOwnEdition: Bool { edition.map { $0.section == reader.section.code } ?? true }

    /// To which embassies no address leads from here, and what to do instead.
    var embassyNote: String? {
        if !accreditedAnywhere.isEmpty { return reader.text("embassy.anywhere", ["countries": reader.names(of: accreditedAnywhere)]) }
        guard !withoutEmbassy.isEmpty, let home = reader.section.country.flatMap({ Country($0) }) else { return nil }
        return reader.text("embassy.none", ["countries": reader.names(of: withoutEmbassy), "country": reader.names(of: [home])])
    }

    /// What the edition says to these readers in their language; the words of another section, about its own post and its own embassies,
    /// are not for them.
    var ownWords: EditionWords? {
        guard let edition, [reader.section.code, .international].contains(edition.section) else { return nil }
        return edition.words(in: reader.languages)?.words
    }

    var text: Text? { output.text(in: reader.languages) }
    var textLanguage: Language { text?.language ?? reader.language }

    var reference: String { reader.printed(action.reference) }
    var countryName: String { reader.names(of: action.countries) }
    var headline: String { text?.headline ?? "\(reference): \(countryName)" }

    /// The latest output has the address of the action itself.
    func path(in language: Language) -> String {
        Links.action(action.reference, language, ordinal: output.ordinal == action.latest?.ordinal ? nil : output.ordinal)
    }

    var breadcrumb: [Layout.Link] {
        let language = reader.language, place = action.archive
        let archive = Layout.Link(label: reader.text("nav.archive"), path: Links.archive(language))
        let year = Layout.Link(label: String(place.year), path: Links.archive(language, year: place.year))
        let month = place.month.map { Layout.Link(label: reader.days.monthName($0), path: Links.archive(language, year: place.year, month: $0)) }
        return [archive, year] + [month].compactMap { $0 }
    }

    /// A heading in the words for now, or for when letters are over: a closed output asks for nothing, not even in a heading.
    func heading(_ key: String) -> String {
        reader.text(isOpen ? key : key + "_closed")
    }

    var safety: [String] {
        guard isOpen else { return [] }
        return [edition?.words(in: reader.languages)?.words.safetyNote, reader.text("action.safety_text")].compactMap { $0 }
    }
}
