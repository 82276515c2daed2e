import Documents
import TestSupport

@testable import Campaign
@testable import Site

extension SamplePages {
    /// A translation with everything odd about it, and one with nothing.
    func translations() async throws -> [Sample] {
        let layout = try deskLayout(), reader = english
        let place = TranslationPlace(reference: .wanjiru, ordinal: 1, language: "ar", section: .international, from: "en")
        func item(_ id: String, _ words: String, _ target: String, _ state: Translation.State, former: String? = nil, note: String = "")
            -> Translation.Item
        {
            .init(piece: Piece(id: id, words: words), target: target, note: note, state: state, formerSource: former, by: "rosa")
        }
        let items = [
            item("headline", "Wanjiru Otieno held", "x 5", .stale, former: "Wanjiru Otieno freed today", note: "See the name"),
            item("lead", "Twice 2", "Zweimal", .translated), item("letter.body.1", "Release her now, please", "", .untranslated),
        ]
        let row = TranslationRow(source: "en", translatedBy: "rosa", translatedAt: pages.store.world.now(), checkedBy: nil, checkedAt: nil)
        func translation(_ items: [Translation.Item], _ row: TranslationRow?) -> Translation {
            Translation(
                output: Output.ID("o"), reference: .wanjiru, ordinal: 1, source: "en", language: "ar", items: items, row: row, isShown: false,
                isPublished: false, kept: ["Wanjiru Otieno"])
        }
        let memory = TranslationMemory(entries: [.init("Release her now, please", "one"), .init("Release him now, please", "two")])
        let taken = ExchangeTranslation.Taken(taken: 1, changed: ["lead"], unknown: ["x"], collisions: ["call"])
        func page(_ translation: Translation, _ memory: TranslationMemory, _ news: TranslationPage.News?, _ mayCheck: Bool) -> Sample {
            Sample(
                TranslationPage(
                    translation, place, memory, names: ["rosa": "Rosa"], news, mayCheck: mayCheck, title: "Translation", layout: layout, for: reader))
        }
        return [
            page(translation(items, row), memory, .collisions(["lead": .init(target: "Mine")]), true),
            page(translation(items, row), memory, .taken(taken), true), page(translation([], nil), TranslationMemory(entries: []), nil, false),
        ]
    }
}
