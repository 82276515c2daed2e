@testable import Campaign
import Documents
import Foundation
import TestSupport
import Testing

@Suite struct WordListTests {
    private static let languages: [Language] = ["es", "it", "ar", "fa", "ru", "uk", "zh-Hans", "nl"]

    @Test(arguments: languages, ["po", "1.2", "2.1"])
    func `what a translator gets comes back without a loss`(_ language: Language, _ format: String) throws {
        var list = try WordList(language), untouched = list
        let file = TranslationFile.Version(rawValue: format).map(list.xliff) ?? list.portableObject
        let words = try TranslatedWords(Array(file.utf8))
        #expect(words.language == language)
        let taken = list.take(words)
        #expect(taken.isWhole && taken.changed == 0 && taken.unchanged == words.texts.count)
        #expect(list.entries == untouched.entries)
        // The same into a language that has nothing yet.
        untouched.clear()
        #expect(untouched.missing == untouched.entries.count)
        #expect(untouched.take(words).isWhole)
        #expect(untouched.entries == list.entries)
    }

    @Test func `the file that is printed is the file that was read, key by key in the same order`() throws {
        let english = try String(contentsOf: Catalogue.folder.appending(path: "en.json"), encoding: .utf8)
        for language in try Catalogue.shipped().languages {
            let list = try WordList(language), json = list.json(like: english)
            let shipped = try Data(contentsOf: Catalogue.folder.appending(path: "\(language).json"))
            let decode = { try JSONDecoder().decode([String: Translations.Wording].self, from: $0) }
            #expect(try decode(Data(json.utf8)) == decode(shipped), "\(language)")
            #expect(KeyOrder(json).keys == list.entries.map(\.key))
        }
    }

    @Test func `a text is taken when its English is the same and it fills the same places`() async throws {
        try await withWords { folder in
            var list = try WordList("it", withStaff: false, folder: folder)
            let file = """
                msgid ""
                msgstr ""
                "Language: it\\n"

                msgctxt "title"
                msgid "Report"
                msgstr "Segnalare"

                msgctxt "to"
                msgid "To {name}"
                msgstr "A {nome}"

                msgctxt "old"
                msgid "What it was"
                msgstr "Com’era"

                msgctxt "no.such"
                msgid "Nothing"
                msgstr "Niente"

                #, fuzzy
                msgctxt "unsure"
                msgid "Unsure"
                msgstr "Forse"

                msgctxt "sent"
                msgid "{count} letter"
                msgid_plural "{count} letters"
                msgstr[0] "una lettera"
                msgstr[1] "{count} di lettere"
                msgstr[2] "{count} lettere"

                msgctxt "left"
                msgid "{count} day"
                msgid_plural "{count} days"
                msgstr[0] "{count} giorno"
                msgstr[1] ""
                msgstr[2] "{count} giorni"
                """
            let taken = list.take(try TranslatedWords(Array(file.utf8)))
            #expect(
                taken
                    == .init(
                        changed: 6, unchanged: 0, stale: ["old"], unknown: ["no.such"], misplaced: ["to"], incomplete: ["left"]))
            #expect(list["title"]?.own == .text("Segnalare"))
            #expect(list["sent"]?.own == .plural(["one": "una lettera", "many": "{count} di lettere", "other": "{count} lettere"]))
            #expect(list["unsure"]?.own == nil && list["to"]?.own == nil && list["left"]?.own == nil)
            #expect(list["desk.secret"] == nil)
            #expect(try WordList("it", withStaff: true, folder: folder)["desk.secret"] != nil)
        }
    }

    @Test func `a language that has no file is not made up`() {
        #expect(throws: WordList.NoSuchLanguage.self) { try WordList("sv") }
        #expect(throws: WordList.NoSuchLanguage.self) { try WordList("../en") }
    }

    @Test func `a file of something else is not taken`() {
        let other = XLIFFWriter()(TranslationFile(version: .one, original: "ua-77-2021/1", source: "en", target: "it", units: []))
        #expect(throws: TranslatedWords.NotOurs.self) { try TranslatedWords(Array(other.utf8)) }
        #expect(throws: TranslatedWords.NotOurs.self) { try TranslatedWords(Array("msgid \"\"\nmsgstr \"\"\n".utf8)) }
    }

    private func withWords(_ body: (URL) throws -> Void) async throws {
        let english = """
            {
              "title": "Report",
              "to": "To {name}",
              "old": "What it is",
              "unsure": "Unsure",

              "sent": { "one": "{count} letter", "other": "{count} letters" },
              "left": { "one": "{count} day", "other": "{count} days" },
              "desk.secret": "For staff"
            }
            """
        try await withFolder { path in
            let folder = URL(filePath: path)
            try Data(english.utf8).write(to: folder.appending(path: "en.json"))
            try Data("{}".utf8).write(to: folder.appending(path: "it.json"))
            try body(folder)
        }
    }
}

extension WordList {
    /// The same list before anybody translated.
    fileprivate mutating func clear() {
        entries = entries.map { Entry(key: $0.key, english: $0.english, own: nil) }
    }
}
