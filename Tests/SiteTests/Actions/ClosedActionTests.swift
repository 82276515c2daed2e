import Campaign
import Documents
import TestSupport
import Testing

/// Each way in which an output takes no letters; none of them asks for one.
@Suite(.timeLimit(.minutes(5))) struct ClosedActionTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let path: String
        let words: [String]
        let prepare: @Sendable (Store) async throws -> Void

        init(_ name: String, at path: String = "/en/actions/77-21", says words: String..., prepare: @escaping @Sendable (Store) async throws -> Void)
        {
            testDescription = name
            self.path = path
            self.words = words
            self.prepare = prepare
        }
    }

    static let cases = [
        Case("expired", says: "The time for letters is over", "Letters were wanted until 29 November 2021", "Deadline in the document") { store in
            try await store.take(
                .wanjiru {
                    $0.makeRich(); $0.expiryDate = Day("2021-11-29")
                })
        },
        Case("superseded", at: "/en/actions/77-21/1", says: "A newer document has replaced this one", "Go to the newest document") { store in
            try await store.take(.wanjiru { $0.makeRich() })
            try await store.take(.wanjiruCharged())
        },
        Case("ended, day unknown", says: "This action has ended: released.", "What was asked for was done.") { store in
            try await store.take(.wanjiru { $0.makeRich() })
            try await store.close(.released)
        },
        Case("ended on a day", says: "This action ended on 25 November 2021: died.", "for not looking away.") { store in
            try await store.take(.wanjiru { $0.makeRich() })
            try await store.close(.died, on: Day("2021-11-25"))
        },
        Case("outcome", says: "Released on 17 December 2021.", "Date of the event", "17 December 2021", "No further letters") { store in
            try await store.take(.wanjiru { $0.makeRich() })
            try await store.take(
                .wanjiruFree {
                    $0.letters = [.english]; $0.targets = [.amina]
                })
        },
        Case("information only", says: "For information only", "This document asks for no letters") { store in
            try await store.take(
                .wanjiru {
                    $0.makeRich(); $0.kind = .information
                })
        },
        Case("no deadline", says: "No last day is known", "Ask the International section first") { store in
            try await store.take(
                .wanjiru {
                    $0.makeRich(); $0.expiryDate = nil
                })
        },
        Case("nobody to write to", says: "It is not known whom to write to") { store in
            try await store.take(.wanjiru { $0.targets = [] })
        },
    ]

    @Test(arguments: cases)
    func `a closed output says why, and offers no letter on any way`(_ example: Case) async throws {
        try await withAmparo { amparo in
            try await example.prepare(amparo.store)
            let page = try await amparo.get(example.path), latest = "/en/actions/77-21"
            #expect(page.status == 200)
            for words in example.words { #expect(page.words.contains(words), "\(words)") }
            #expect(page.links.contains("/en/contact"))
            for link in page.links {
                #expect(!link.contains("/write"), "\(link)")
                for scheme in ["mailto:", "tel:", "https://x.com"] { #expect(!link.hasPrefix(scheme), "\(link)") }
                #expect(!link.contains("letter"), "\(link)")
            }
            for heading in ["Write now", "What we ask", "Whom to write to", "What to ask for", "Write to", "Write this letter", "Model letters"] {
                #expect(!page.text.contains(">\(heading)<"), "\(heading)")
            }
            #expect(!page.words.contains("days left"))
            if example.path == latest { try await expectNoLetter(amparo) }
            let ordinal = example.path.hasSuffix("/1") ? "1" : try await amparo.store.action().latest.map { String($0.ordinal) } ?? ""
            for sheet in ["letter", "letters"] {
                let answer = try await amparo.get("/documents/77-21/\(ordinal)/en/\(sheet).txt")
                #expect([404, 409].contains(answer.status))
                if answer.status == 409 { #expect(answer.first("h1") == "No letters are wanted for this action") }
            }
        }
    }

    private func expectNoLetter(_ amparo: RunningAmparo) async throws {
        for path in ["/en/actions/77-21/write", "/en/actions/77-21/write?language=sw&addressee=2"] {
            let answer = try await amparo.get(path)
            #expect(answer.status == 303)
            #expect(answer["location"] == "/en/actions/77-21")
        }
        let letter = try await amparo.post("/en/actions/77-21/letters", [("name", "Rosa"), ("addressee", "1"), ("language", "en")])
        #expect(letter.status == 303)
        #expect(letter["location"] == "/en/actions/77-21")
        #expect(!(try await amparo.get("/en/").links.contains("/en/actions/77-21")))
    }

    @Test func `a death is told once, in a sentence, and never as a success`() async throws {
        try await withAmparo(at: "2021-12-22T10:00:00.000Z") { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.store.take(
                .wanjiruFree {
                    $0.outcome = .died; $0.endReason = .badOutcome
                })
            for (language, sentence) in [
                ("en", "We mourn a death on 17 December 2021."), ("es", "Lamentamos un fallecimiento ocurrido el 17 de diciembre de 2021."),
                ("fr", "Nous déplorons un décès survenu le 17 décembre 2021."),
                ("de", "Wir trauern um einen Menschen, der am 17. Dezember 2021 gestorben ist."),
            ] {
                let page = try await amparo.get("/\(language)/actions/77-21")
                #expect(page.words.contains(sentence))
                #expect(!page.text.contains("band-good"))
            }
        }
    }

    @Test func `the case sheet of a closed action asks for nothing either`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(
                .wanjiru {
                    $0.makeRich(); $0.expiryDate = Day("2021-11-29")
                })
            let sheet = try await amparo.get("/documents/77-21/1/en/sheet.txt")
            #expect(sheet.text.contains("What was asked for\n"))
            #expect(sheet.text.contains("Whom the letters were addressed to\n"))
            #expect(!sheet.text.contains("Whom to write to"))
        }
    }

    @Test func `the archive shows a closed action without its call`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(
                .wanjiru {
                    $0.call = "Write to the Attorney General today."; $0.expiryDate = Day("2021-11-29")
                })
            #expect(!(try await amparo.get("/en/archive/2021/11").words.contains("Write to the Attorney General today.")))
        }
    }

    @Test func `whoever wrote in time learns until when to report, also from the outcome's page`() async throws {
        try await withAmparo(at: "2021-12-22T10:00:00.000Z") { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.store.take(.wanjiruFree())
            let page = try await amparo.get("/en/actions/77-21")
            #expect(page.words.contains("you can still report it until 19 January 2022"))
            #expect(page.links.contains("/en/actions/77-21/report"))
            #expect(try await amparo.get("/en/actions/77-21/report").hidden["output"] == "1")
        }
    }
}
