import Campaign
import Documents

/// What a teacher needs for one lesson: how it goes, what pupils never do, the handouts with the school as sender. It asks for no pupil's name.
struct SchoolPage: Page {
    static var template: String { "collections/school" }

    let layout: Layout
    let t: [String: String]
    let title: String
    let steps: [String]
    let rules: [String]
    let packPath: String?
    let collectionPath: String
    let returnPath: String?

    init(_ collection: CaseCollection, canMakePDF: Bool, layout: Layout, for reader: Reader) {
        self.layout = layout
        t = reader.words.plainTexts
        title = reader.text("collection.school_title", ["title": collection.text(in: reader.languages)?.words.title ?? collection.slug])
        steps = ["collection.school_step_1", "collection.school_step_2", "collection.school_step_3", "collection.school_step_4"].map {
            reader.text($0)
        }
        rules = ["collection.school_rule_1", "collection.school_rule_2", "collection.school_rule_3", "collection.school_rule_4"].map {
            reader.text($0)
        }
        packPath = canMakePDF ? CollectionLinks.pack(collection.slug, reader.language) : nil
        collectionPath = CollectionLinks.page(collection.slug, reader.language)
        returnPath = collection.takesReturns(on: reader.today) ? CollectionLinks.returning(collection.slug, reader.language) : nil
    }
}
