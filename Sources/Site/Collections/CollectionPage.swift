import Campaign
import Documents

/// A collection: what it is, its cases in their order, what was counted, the pack, and where groups report.
struct CollectionPage: Page {
    static var template: String { "collections/show" }

    let layout: Layout
    let t: [String: String]
    let title: String
    let textLang: String
    let textDir: String
    let words: [String]
    let datesLine: String
    let totalLine: String
    let cases: [CasePart]
    let hasPlaces: Bool
    let places: [PlacePart]
    let isForSchools: Bool
    let packPath: String?
    let schoolPath: String?
    let returnPath: String?
    let picturePath: String
    let shortAddress: String

    struct CasePart: Sendable {
        let countryName: String
        let reference: String
        let headline: String
        let headlineLang: String
        let headlineDir: String
        let isExample: Bool
        let path: String
        let untilText: String?
        let countText: String?
        let documents: [DocumentLink]
    }

    struct DocumentLink: Sendable {
        let label: String
        let path: String
    }

    struct PlacePart: Sendable {
        let label: String
        let count: String
    }
}

extension CollectionPage {
    init(
        _ collection: CaseCollection, _ views: [ActionView], _ totals: CollectionTotals, canMakePDF: Bool, origin: String, layout: Layout,
        for reader: Reader
    ) {
        let said = collection.text(in: reader.languages), language = said?.language ?? reader.language, slug = collection.slug
        let threshold = reader.words.grouped(reader.section.threshold)
        let isRunning = collection.takesReturns(on: reader.today)
        let showsCases = Self.areShown(Array(totals.cases.values), reader), showsPlaces = Self.areShown(Array(totals.places.values), reader)
        let named = totals.places.filter { !$0.key.isEmpty }
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            title: said?.words.title ?? slug,
            textLang: language.rawValue,
            textDir: language.direction,
            words: said?.words.words ?? [],
            datesLine: reader.text(
                "collection.dates", ["first": reader.days.long(collection.startsOn), "last": reader.days.long(collection.endsOn)]),
            totalLine: reader.publicCount(totals.all).map { reader.count("list.appeals", $0) }
                ?? reader.text("count.below", ["threshold": threshold]),
            cases: views.map { CasePart($0, count: showsCases ? totals.cases[$0.action.reference] : nil, isForSchools: collection.isForSchools) },
            hasPlaces: showsPlaces && named.count > 1,
            places: showsPlaces && named.count > 1
                ? named.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { PlacePart(label: $0.key, count: reader.words.grouped($0.value)) }
                : [],
            isForSchools: collection.isForSchools,
            packPath: canMakePDF && views.contains { $0.isOpen && $0.takesPost } ? CollectionLinks.pack(slug, reader.language) : nil,
            schoolPath: collection.isForSchools ? CollectionLinks.school(slug, reader.language) : nil,
            returnPath: isRunning ? CollectionLinks.returning(slug, reader.language) : nil,
            picturePath: CollectionLinks.picture(slug),
            shortAddress: origin + CollectionLinks.short(slug)
        )
    }

    /// Parts of a sum are shown only when none of them could be worked out from the others.
    private static func areShown(_ counts: [Int], _ reader: Reader) -> Bool {
        counts.filter { $0 > 0 }.allSatisfy { reader.publicCount($0) != nil }
    }
}

extension CollectionPage.CasePart {
    init(_ view: ActionView, count: Int?, isForSchools: Bool) {
        let reader = view.reader, reference = view.action.reference, language = view.textLanguage
        let sheet = Links.document(reference, view.output.ordinal, language, .sheet, .pdf)
        let word = Links.document(reference, view.output.ordinal, reader.language, .letters, .docx)
        self.init(
            countryName: view.countryName,
            reference: view.reference,
            headline: view.headline,
            headlineLang: language.rawValue,
            headlineDir: language.direction,
            isExample: view.action.isInvented,
            path: isForSchools ? sheet : view.path(in: reader.language),
            untilText: view.isOpen
                ? view.actUntil.map { reader.text("list.write_until", ["date": reader.days.long($0)]) } : reader.text("state.closed"),
            countText: count.map { reader.count("list.appeals", $0) },
            documents: [CollectionPage.DocumentLink(label: reader.text("collection.sheet"), path: sheet)]
                + (view.output.letters.isEmpty || !view.isOpen
                    ? [] : [CollectionPage.DocumentLink(label: reader.text("collection.letters_word"), path: word)]))
    }
}
