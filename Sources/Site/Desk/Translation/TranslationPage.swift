import Campaign
import Documents

/// One language of an output, source and target side by side.
struct TranslationPage: Page {
    static var template: String { "desk/translation" }

    let layout: Layout
    let t: [String: String]
    let title: String
    let intro: [String]
    let notices: [ReviewPage.Notice]
    let hasNotices: Bool
    let backPath: String
    let backLabel: String
    let formPath: String
    let filePath: String
    let downloads: [Layout.Link]
    let sourceLang: String
    let sourceDir: String
    let targetLang: String
    let targetDir: String
    let sourceName: String
    let targetName: String
    let items: [TranslationItem]
    let checks: [DeskForm]

    /// What just happened.
    enum News: Sendable {
        case refused(Message)
        case taken(ExchangeTranslation.Taken)
        case collisions([String: TranslateOutput.Typed])
    }

    init(
        _ translation: Translation, _ place: TranslationPlace, _ memory: TranslationMemory, names: [String: String], _ news: News?, mayCheck: Bool,
        title: String, layout: Layout, for reader: Reader
    ) {
        let safeguard = Safeguard(translation.kept)
        var typed: [String: TranslateOutput.Typed] = [:]
        if case .collisions(let mine) = news { typed = mine }
        self.layout = layout
        t = reader.words.plainTexts
        self.title = title
        intro = [TranslationState(translation, names).sentence(reader)] + TranslationState(translation, names).people(reader)
        notices = Self.notices(news, reader)
        hasNotices = !notices.isEmpty
        backPath =
            translation.isPublished
            ? DeskLinks.action(place.reference) : AuthoringLinks.editor(place.reference, place.ordinal)
        backLabel = reader.text(translation.isPublished ? "desk.translation_back" : "desk.authoring_back_link")
        formPath = TranslationLinks.translation(place) + (place.from.map { "?from=\($0.rawValue)" } ?? "")
        filePath = TranslationLinks.file(place)
        downloads = TranslationFile.Version.allCases.reversed().map {
            Layout.Link(label: "XLIFF \($0.rawValue)", path: TranslationLinks.file(place, $0))
        }
        sourceLang = translation.source.rawValue
        sourceDir = translation.source.direction
        targetLang = translation.language.rawValue
        targetDir = translation.language.direction
        sourceName = reader.name(of: translation.source)
        targetName = reader.name(of: translation.language)
        items = translation.items.map { TranslationItem($0, safeguard, memory, typed: typed[$0.piece.id]?.target, for: reader) }
        let isToCheck = mayCheck && translation.row != nil && translation.row?.checkedBy == nil
        checks =
            isToCheck
            ? [
                DeskForm(
                    to: TranslationLinks.check(place), reader.text("desk.translation_check"), heading: reader.text("desk.translation_check"),
                    explanation: reader.text(translation.isPublished ? "desk.translation_check_public" : "desk.translation_check_draft"))
            ] : []
    }

    private static func notices(_ news: News?, _ reader: Reader) -> [ReviewPage.Notice] {
        func notice(_ text: String, _ isLoud: Bool) -> ReviewPage.Notice { .init(noticeText: text, noticePath: nil, isLoud: isLoud) }
        switch news {
        case nil: return []
        case .refused(let message): return [notice(reader.words.text(message), true)]
        case .collisions: return [notice(reader.text("desk.translation_collision"), true)]
        case .taken(let taken):
            func list(_ ids: [String]) -> [String: String] { ["pieces": ids.prefix(40).map { String($0.prefix(60)) }.joined(separator: ", ")] }
            return [notice(reader.text("desk.translation_taken", ["n": String(taken.taken)]), false)]
                + (taken.changed.isEmpty ? [] : [notice(reader.text("desk.translation_taken_changed", list(taken.changed)), true)])
                + (taken.unknown.isEmpty ? [] : [notice(reader.text("desk.translation_taken_unknown", list(taken.unknown)), true)])
                + (taken.collisions.isEmpty ? [] : [notice(reader.text("desk.translation_taken_collisions", list(taken.collisions)), true)])
        }
    }
}
