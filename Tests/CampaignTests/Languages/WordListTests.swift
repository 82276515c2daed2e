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

    @Test func `a file that nobody changed is printed byte for byte, and a language that has none yet gets all in the English order`() throws {
        let english = try String(contentsOf: Catalogue.folder.appending(path: "en.json"), encoding: .utf8)
        for language in try Catalogue.shipped().languages {
            let list = try WordList(language)
            let shipped = try String(contentsOf: Catalogue.folder.appending(path: "\(language).json"), encoding: .utf8)
            #expect(try list.json(like: english, over: shipped) == shipped, "\(language)")
        }
        for language: Language in ["en", "it"] {
            let list = try WordList(language), begun = try list.json(like: english, over: "{}")
            let shipped = try Data(contentsOf: Catalogue.folder.appending(path: "\(language).json"))
            let decode = { try JSONDecoder().decode([String: Translations.Wording].self, from: $0) }
            #expect(try decode(Data(begun.utf8)) == decode(shipped))
            #expect(KeyOrder(begun).keys == list.entries.map(\.key))
        }
    }

    @Test func `what a translator changes is changed, and the lines of others stay as somebody spaced them`() async throws {
        try await withWords { folder in
            let english = try String(contentsOf: folder.appending(path: "en.json"), encoding: .utf8)
            let own = """
                {"to":"A {name}",
                    "unsure" :\t"For\\u0073e \\"sì\\"",
                  "left": {
                    "one":"{count} giorno",  "other":"{count} giorni", "many": "{count} di giorni"
                  }  ,
                 "gone": "Non c’è più" }\r
                """
            try Data(own.utf8).write(to: folder.appending(path: "it.json"))
            func changed(_ changes: [String: Translations.Wording]) throws -> String {
                var list = try WordList("it", withStaff: true, folder: folder)
                for place in list.entries.indices { list.entries[place].own = changes[list.entries[place].key] ?? list.entries[place].own }
                return try list.json(like: english, over: own)
            }
            #expect(try changed([:]) == own)
            #expect(try changed(["to": .text("Ad \"{name}\"")]) == own.replacing(#""A {name}""#, with: #""Ad \"{name}\"""#))
            #expect(try changed(["unsure": .text("Forse")]) == own.replacing("\"For\\u0073e \\\"sì\\\"\"", with: "\"Forse\""))
            #expect(try changed(["title": .text("Segnala")]) == own.replacing("{\"to\"", with: "{\"title\": \"Segnala\",\n  \"to\""))
            #expect(try changed(["old": .text("Com’è")]) == own.replacing("A {name}\"", with: "A {name}\",\n  \"old\": \"Com’è\""))
            #expect(
                try changed(["sent": .plural(["other": "{count} lettere", "many": "{count} di lettere", "one": "una lettera"])])
                    == own.replacing(
                        "  \"left\"",
                        with: #"  "sent": { "one": "una lettera", "many": "{count} di lettere", "other": "{count} lettere" },"# + "\n  \"left\""))
            #expect(try changed(["desk.secret": .text("Segreto")]) == own.replacing("  }  ,", with: "  },\n  \"desk.secret\": \"Segreto\"  ,"))
            let plural: Translations.Wording = .plural(["one": "un giorno", "other": "{count} giorni", "many": "{count} di giorni"])
            let start = try #require(own.firstRange(of: "{\n    \"one\"")).lowerBound,
                end = try #require(own.firstRange(of: "  ,\n \"gone\"")).lowerBound
            let short = #"{ "one": "un giorno", "many": "{count} di giorni", "other": "{count} giorni" }"#
            #expect(try changed(["left": plural]) == String(own[..<start]) + short + String(own[end...]))
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
