@testable import Campaign
import Documents
import Foundation
import TestSupport
import Testing

@Suite struct TranslationsTests {
    private let catalogue: Catalogue

    init() async throws {
        catalogue = try await withFolder { path in
            let folder = URL(filePath: path)
            for (language, json) in Self.files {
                try Data(json.utf8).write(to: folder.appending(path: "\(language).json"))
            }
            return try Catalogue(folder: folder)
        }
    }

    private static let files = [
        "en":
            #"{"sent": {"one": "{count} letter to {name}", "other": "{count} letters to {name}"}, "title": "Report", "only.english": "Thanks, {name}"}"#,
        "fr": #"{"sent": {"one": "{count} lettre à {name}", "other": "{count} lettres à {name}"}, "title": "Signaler"}"#,
        "de": #"{"title": "Melden"}"#,
    ]

    @Test(arguments: [
        ("en", 0, "0 letters to Amina"), ("en", 1, "1 letter to Amina"), ("en", 4_204, "4,204 letters to Amina"),
        ("fr", 0, "0 lettre à Amina"), ("fr", 1, "1 lettre à Amina"), ("fr", 2, "2 lettres à Amina"),
        // German has no words for it here, so the English ones follow the English rule.
        ("de", 0, "0 letters to Amina"), ("de", 1, "1 letter to Amina"),
    ])
    func `a number has the form its language gives it`(_ language: String, _ number: Int, _ said: String) {
        #expect(catalogue[Language(language)].count("sent", number, ["name": "Amina"]) == said)
    }

    @Test(arguments: [
        ("it", "8 marzo", "Prorogata l’8 marzo, fino all’8 marzo. Dall’8 marzo no."),
        ("it", "11 marzo", "Prorogata l’11 marzo, fino all’11 marzo. Dall’11 marzo no."),
        ("it", "18 marzo", "Prorogata il 18 marzo, fino al 18 marzo. Dal 18 marzo no."),
        ("es", "8 marzo", "Prorogata il 8 marzo, fino al 8 marzo. Dal 8 marzo no."),
    ])
    func `an Italian article loses its vowel before eight and eleven`(_ language: Language, _ day: String, _ said: String) {
        let words = Translations(
            language: language, words: ["extended": .text("Prorogata il {date}, fino al {date}. Dal {date} no.")], fallback: [:])
        #expect(words.text("extended", ["date": day]) == said)
    }

    @Test func `what was written for a case keeps its articles, and so does a word that ends like one`() {
        let words = Translations(language: "it", words: ["told": .text("{title}: nel mese di april {date}")], fallback: [:])
        #expect(words.text("told", ["title": "Piazza del 8 Marzo", "date": "8 e 9"]) == "Piazza del 8 Marzo: nel mese di april 8 e 9")
    }

    @Test func `French counts nothing as one, but not in English words`() async throws {
        let borrowed = Translations(language: "fr", words: [:], fallback: ["sent": .plural(["one": "one letter", "other": "{count} letters"])])
        #expect(borrowed.count("sent", 0) == "0 letters")
    }

    @Test func `what a language lacks is said in English, and what English lacks by its key`() {
        #expect(catalogue["de"].text("only.english", ["name": "Rosa"]) == "Thanks, Rosa")
        #expect(catalogue["de"].text("no.such") == "no.such")
        #expect(catalogue["de"].has("only.english"))
        #expect(!catalogue["de"].has("no.such"))
        #expect(catalogue["de-CH"].text("title") == "Melden")
        #expect(catalogue["ja"].text("title") == "Report")
        #expect(catalogue.languages == ["de", "en", "fr"])
    }

    @Test func `a Slavic and an Arabic number each have their form, with figures that everybody reads`() {
        let wording = Translations.Wording.plural([
            "one": "{count} письмо", "few": "{count} письма", "many": "{count} писем", "other": "{count} письма",
        ])
        let russian = Translations(language: "ru", words: ["sent": wording], fallback: [:])
        #expect([1, 3, 5, 21, 112].map { russian.count("sent", $0) } == ["1 письмо", "3 письма", "5 писем", "21 письмо", "112 писем"])
        let arabic = Translations(language: "ar", words: ["sent": .plural(["two": "رسالتان", "other": "{count} رسالة"])], fallback: [:])
        #expect(arabic.count("sent", 2) == "رسالتان")
        #expect(arabic.count("sent", 300) == "300 رسالة")
        #expect(Translations(language: "fa", words: [:], fallback: [:]).grouped(4_204) == "4,204")
    }

    @Test(arguments: [("en", "Peru, Chile"), ("ar", "Peru، Chile"), ("fa", "Peru، Chile"), ("zh-Hans", "Peru、Chile")])
    func `a list has the comma of its script`(_ language: String, _ listed: String) {
        #expect(Translations(language: Language(language), words: [:], fallback: [:]).listed(["Peru", "Chile"]) == listed)
    }

    @Test func `Chinese without a script is found by its region`() {
        let words: [String: Translations.Wording] = ["title": .text("报告")]
        #expect(Language("zh-CN").likely.fromLongToShort == ["zh-Hans-CN", "zh-Hans", "zh"])
        #expect(Language("zh").likely == "zh-Hans" && Language("zh-TW").likely == "zh-Hant-TW" && Language("pt-BR").likely == "pt-BR")
        #expect(Translations(language: "zh-Hans", words: words, fallback: [:]).text("title") == "报告")
    }

    @Test func `the pseudo language is English with longer words, its places as they were, and no language of the catalogue`() {
        #expect(catalogue[PseudoLanguage.tag].text("title") == "[Ŕéépööŕţ]")
        #expect(catalogue[PseudoLanguage.tag].count("sent", 2, ["name": "Amina"]) == "[2 ļééţţééŕš ţöö Amina]")
        #expect(catalogue[PseudoLanguage.tag].language == "en-XA")
        #expect(!catalogue.languages.contains(PseudoLanguage.tag))
    }

    @Test func `the desk is in the languages that lack no word for staff`() async throws {
        let catalogue = try await withFolder { path in
            let folder = URL(filePath: path)
            for (name, json) in ["en": #"{"a": "A", "desk.b": "B"}"#, "de": #"{"a": "A", "desk.b": "B"}"#, "it": #"{"a": "A"}"#] {
                try Data(json.utf8).write(to: folder.appending(path: "\(name).json"))
            }
            return try Catalogue(folder: folder)
        }
        #expect(catalogue.languages == ["de", "en", "it"])
        #expect(catalogue.deskLanguages == ["de", "en"])
    }

    @Test func `what is put into a text stays as it is`() {
        #expect(catalogue["en"].text("only.english", ["name": "{name} {count}"]) == "Thanks, {name} {count}")
        #expect(catalogue["en"].count("sent", 1, ["name": "{count}"]) == "1 letter to {count}")
        #expect(catalogue["en"].text("only.english") == "Thanks, {name}")
    }

    @Test func `templates get every text that needs no filling, English where there is no other`() {
        #expect(catalogue["fr"].plainTexts == ["title": "Signaler"])
        #expect(catalogue["de"].plainTexts["only_english"] == nil)
    }

    @Test func `a folder without English is refused`() async throws {
        _ = try await withFolder { path in
            #expect(throws: Catalogue.NoEnglish.self) { try Catalogue(folder: URL(filePath: path)) }
        }
    }
}
