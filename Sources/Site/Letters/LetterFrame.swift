import Campaign
import Documents

/// What stands on every page that hands a letter over: what it is, advice, safety, the other ways, and "I have sent it".
struct LetterFrame: Sendable {
    let countryName: String
    let reference: String
    let isExample: Bool
    let title: String
    let intro: String
    let hasRemarks: Bool
    let remarks: [String]
    let unreached: String?
    let hasSafety: Bool
    let safety: [String]
    let letterLang: String
    let letterDir: String
    let lettersPath: String
    let fields: [HiddenField]
    let fieldsWithoutWay: [HiddenField]
    let hasOtherWays: Bool
    let otherWays: [OtherWay]
    let reportPath: String
    let script: String

    struct OtherWay: Sendable {
        let wayValue: String
        let wayLabel: String
    }
}

extension LetterFrame {
    init(_ written: WrittenLetters, script: String) {
        let view = written.view, reader = written.reader, choice = written.choice, way = choice.way
        let others = choice.openWays.filter { $0 != way }
        let names = written.unreached.map { reader.text("letter.unreached", ["name": $0.printedName, "ways": reader.ways(of: $0)]) }
        self.init(
            countryName: view.countryName,
            reference: view.reference,
            isExample: view.action.isInvented,
            title: reader.text(Self.titles[way] ?? "letter.title"),
            intro: reader.text(Self.intros[way] ?? "letter.intro"),
            hasRemarks: !written.remarks.isEmpty,
            remarks: written.remarks.map { $0.text(for: reader) },
            unreached: names.isEmpty ? nil : names.joined(separator: " "),
            hasSafety: !view.writingSafety.isEmpty,
            safety: view.writingSafety,
            letterLang: choice.model.language.rawValue,
            letterDir: choice.model.language.direction,
            lettersPath: Links.letters(view.action.reference, reader.language),
            fields: choice.allFields,
            fieldsWithoutWay: choice.fieldsWithoutWay,
            hasOtherWays: !others.isEmpty,
            otherWays: others.map { OtherWay(wayValue: $0.rawValue, wayLabel: reader.text("channel.\($0.rawValue)")) },
            reportPath: Links.report(view.action.reference, reader.language, channel: way.channel),
            script: script
        )
    }

    private static let titles: [SendingWay: String] = [
        .phone: "letter.title_call", .x: "letter.title_post", .bluesky: "letter.title_post", .mastodon: "letter.title_post",
        .threads: "letter.title_post", .instagram: "letter.title_post", .facebook: "letter.title_post", .solidarity: "letter.title_card",
        .email: "letter.title_email", .fax: "letter.title_fax", .whatsapp: "letter.title_message", .telegram: "letter.title_message",
        .signal: "letter.title_message", .contactForm: "letter.title_form",
    ]

    private static let intros: [SendingWay: String] = [
        .phone: "letter.intro_call", .x: "letter.intro_post", .bluesky: "letter.intro_post", .mastodon: "letter.intro_post",
        .threads: "letter.intro_post", .instagram: "letter.intro_post", .facebook: "letter.intro_post", .solidarity: "letter.intro_card",
    ]
}

extension Reader {
    /// "letter by post, fax": the ways that reach an addressee, or the word for none.
    func ways(of addressee: Addressee) -> String {
        let ways = addressee.ways.map { text("channel.\($0.rawValue)") }
        return ways.isEmpty ? text("letter.no_way") : words.listed(ways)
    }
}

extension ActionView {
    /// What to think of before signing: the case's own note, the country, and the young.
    var writingSafety: [String] {
        guard isOpen else { return [] }
        let country = countryName.isEmpty ? reader.text("action.safety_text") : reader.text("write.safety_country", ["country": countryName])
        return [edition?.words(in: reader.languages)?.words.safetyNote, country, reader.text("write.safety_young")].compactMap { $0 }
    }
}
