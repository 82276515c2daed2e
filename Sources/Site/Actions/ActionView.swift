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
    let tally: Tally
    let offer: LetterOffer
    let reader: Reader

    /// - Parameter embassies: whom readers here copy; without it the edition is shown as printed.
    init(_ action: Action, _ output: Output, _ tally: Tally, embassies: EmbassyRule? = nil, for reader: Reader) {
        self.action = action
        self.output = output
        self.tally = tally
        self.reader = reader
        let printed = output.edition(for: reader.section.code)
        let applied = printed.flatMap { embassies?.applied(to: $0, about: action.countries, in: reader.languages) }
        edition = applied?.edition ?? printed
        withoutEmbassy = applied?.withoutMission ?? []
        offer = action.letterOffer(for: output, edition: printed, in: reader.section.code, on: reader.today)
    }

    var isOpen: Bool {
        if case .open = offer { true } else { false }
    }

    /// The last day for letters of this reader's section.
    var actUntil: Day? { output.actUntil(for: reader.section.code) }

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
