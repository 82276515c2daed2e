import Campaign
import Documents

/// Every place where a name stands, with a box for each.
struct RenamingPage: Page {
    static var template: String { "desk/renaming" }

    let layout: Layout
    let t: [String: String]
    let title: String
    let intro: [String]
    let formPath: String
    let hiddenFields: [HiddenField]
    let placesTitle: String
    let hasPlaces: Bool
    let places: [Place]

    /// A place, and what stands around it.
    struct Place: Sendable {
        let placeID: String
        let placeField: String
        let placeLang: String?
        let before: String
        let found: String
        let replacement: String
        let after: String
        let isSure: Bool
    }

    init(
        title: String, intro: [String], _ places: [RenamingPlace], hidden: [HiddenField], formPath: String, layout: Layout, for reader: Reader
    ) {
        self.layout = layout
        t = reader.words.plainTexts
        self.title = title
        self.intro = intro
        self.formPath = formPath
        hiddenFields = hidden
        placesTitle = reader.text("desk.rename_places", ["n": reader.words.grouped(places.count)])
        hasPlaces = !places.isEmpty
        self.places = places.map {
            Place(
                placeID: $0.id,
                placeField: [reader.text("desk.rename_in_\($0.table)"), $0.language.map { reader.name(of: $0) }].compactMap { $0 }.joined(
                    separator: " · "),
                placeLang: $0.language?.rawValue, before: $0.before, found: $0.found, replacement: $0.replacement, after: $0.after, isSure: $0.isSure)
        }
    }
}
