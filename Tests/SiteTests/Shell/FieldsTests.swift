import Mustache
import Testing

@testable import Site

@Suite struct FieldsTests {
    private static func entry(_ words: String?) -> EntryPart {
        EntryPart(
            countryName: "Kenya", reference: "UA 77/21", kindLabel: words, isExample: true, isUrgent: false, textLang: "en", textDir: "ltr",
            headline: "headline", path: "/en/actions/77-21", callText: words, daysNumber: words, daysUnit: words, metaLine: ["one", "two"],
            hasSnippet: true, snippet: [SnippetPart(piece: "piece", isMatch: true)], snippetLang: "fr", snippetDir: "ltr")
    }

    @Test(
        arguments: [
            entry("words"), entry(nil), ListPage.CountLink(label: "Kenya", count: "7", path: "/en/actions", isCurrent: true),
            SnippetPart(piece: "piece", isMatch: false),
        ] as [any MustacheParent & Sendable])
    func `a part that names what it holds names all of it, as it would be read from it`(_ part: any MustacheParent & Sendable) {
        let names = Mirror(reflecting: part).children.compactMap(\.label), fields = Fields(of: part)
        #expect(!names.isEmpty)
        for name in names { #expect("\(String(describing: part.child(named: name)))" == "\(String(describing: fields.child(named: name)))") }
        #expect(part.child(named: "nothing") == nil)
    }

    @Test func `such parts are handed on as they are, others by their names`() throws {
        struct Other { let label = "other" }
        struct Whole {
            let links = [ListPage.CountLink(label: "Kenya", count: "7", path: "/", isCurrent: false)]
            let others = [Other()]
        }
        let fields = Fields(of: Whole())
        #expect(fields.child(named: "links") is [ListPage.CountLink])
        #expect((fields.child(named: "others") as? [Any])?.first is Fields)
    }
}
