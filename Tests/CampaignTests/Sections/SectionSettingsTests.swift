import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct SectionSettingsTests {
    @Test(arguments: Engine.available)
    func `what an admin sets holds, and the log names the fields and no value`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let before = try await store.section(.swiss)
            var settings = SectionSettings(before)
            settings.host = "ua.example.org"
            settings.threshold = 25
            settings.letters[.address] = "initials"
            let change = ChangeSection(database: store.database, world: store.world)
            try await change(settings, of: .swiss, by: "lea")
            let after = try await store.section(.swiss)
            #expect(SectionSettings(after) == settings && after.revision == before.revision + 1)
            #expect(after.letters.beginsWithInitials && after.letters[.words] == "either" && after.postal == before.postal)
            let event = try #require(try await store.database.read { try $0.events(before: nil, limit: 1) }.first?.event)
            #expect(event.name == "section.changed" && event.subject == "ch" && event.by == "lea")
            for field in ["host", "threshold", "letters_address"] { #expect(event.detail.contains("\(field) ")) }
            #expect(!event.detail.contains("ua.example.org") && !event.detail.contains("initials,") && !event.detail.contains("time_zone"))
            try await change(settings, of: .swiss, by: "lea")
            #expect(try await store.section(.swiss).revision == after.revision)
            #expect(try await VerifyEvents(database: store.database)() == [])
        }
    }

    @Test(arguments: Engine.available)
    func `a host belongs to one section, and a new one begins beside the others`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            var settings = SectionSettings(try await store.section(.swiss))
            settings.host = "us.localhost"
            let change = ChangeSection(database: store.database, world: store.world), add = AddSection(database: store.database, world: store.world)
            await #expect(throws: FormProblems.self) { try await change(settings, of: .swiss, by: "lea") }
            settings.host = "de.localhost"
            settings.country = "DE"
            #expect(try await add(" DE ", settings, by: "rosa").rawValue == "de")
            for code in ["de", "d", "1x", "a/b"] { await #expect(throws: FormProblems.self) { _ = try await add(code, settings, by: "rosa") } }
            let all = try await store.database.read { try $0.sections() }
            #expect(all.first?.code == .international && all.last?.host == "de.localhost" && all.last?.country == "DE" && all.count == 4)
        }
    }

    @Test func `what cannot be is told field by field`() {
        let fields = [
            "name": " ", "host": "https://x", "country": "XX", "languages": "de xx", "time_zone": "Mars", "reference_style": "round",
            "threshold": "-1",
            "late_days": "many", "contact_email": "x", "own_country": "", "letters_words": "mine",
        ]
        do {
            _ = try SectionSettings(spoken: ["en", "de"]) { fields[$0] ?? "" }
            Issue.record("it was taken")
        } catch {
            for field in fields.keys { #expect(error[field] != nil, "\(field)") }
        }
    }

    @Test(arguments: [
        "10.0.0.1", "-a.example", "a..example", "ä.example", "a b", "localhost:8080", "a_b.example", String(repeating: "a", count: 64) + ".org", "",
    ])
    func `a host is a name of the DNS`(host: String) throws {
        do {
            _ = try SectionSettings(spoken: ["en"]) { $0 == "host" ? host : "" }
            Issue.record("it was taken")
        } catch { #expect(error["host"] != nil) }
    }

    @Test(arguments: Engine.available)
    func `words in a language take the place of those before`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let words = SectionWords(instructions: ["Write.", "Report."], postalNote: nil, reportingWords: "Tell us.")
            let reword = ChangeSectionWords(database: store.database, world: store.world)
            try await reword(words, in: "de", of: .swiss, by: "lea")
            #expect(try await store.section(.swiss).words["de"] == words)
            let detail = try await store.database.read { try $0.events(before: nil, limit: 1) }.first?.event.detail ?? ""
            #expect(detail.contains("de instructions ") && detail.contains("de postal_note ") && !detail.contains("Tell"))
        }
    }

    @Test(arguments: Engine.available)
    func `colours that cannot be read are refused with their contrast, in both themes`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let dress = ChangeLook(database: store.database, world: store.world)
            var faint = Look()
            faint[.init(.dark, .quiet)] = try #require(Colour("#444444"))
            do {
                try await dress(faint, of: .swiss, by: "lea")
                Issue.record("it was taken")
            } catch let problems as FormProblems {
                #expect(problems["dark.quiet"]?.values["ratio"] == "1.8" && problems["light.quiet"] == nil)
            }
            var look = Look()
            look[.init(.light, .signal)] = try #require(Colour("#7a0c5b"))
            try await dress(look, of: .swiss, by: "lea")
            let after = try await store.section(.swiss).look
            #expect(after == look)
            #expect(after.stylesheet == ":root{--signal:#7a0c5b}@media (prefers-color-scheme:dark){:root{--signal:#ff8a7a}}")
            try await dress(Look(), of: .swiss, by: "lea")
            #expect(try await store.section(.swiss).look.stylesheet == nil)
        }
    }

    @Test func `the shipped colours can be read, and contrast is as WCAG reckons it`() throws {
        #expect(Look().faint == [])
        let white = try #require(Colour("#FFFFFF"))
        for (text, ratio) in [("#000000", 21.0), ("#767676", 4.54), ("#777777", 4.48), ("#ffffff", 1.0)] {
            #expect(abs(try #require(Colour(text)).contrast(with: white) - ratio) < 0.005)
        }
        for text in ["red", "#fff", "#12345g", "#1234567", "url(x)", "#ffffff;}"] { #expect(Colour(text) == nil) }
    }

    @Test(arguments: Engine.available)
    func `a logo is a PNG with words, and is taken off again`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let dress = ChangeLook(database: store.database, world: store.world)
            let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 4, 0, 0, 0, 2, 8, 6]
            #expect(LogoPicture(png: Array("<svg/>".utf8), words: "x") == nil && LogoPicture(png: png, words: " ") == nil)
            let logo = try #require(LogoPicture(png: png, words: "A candle"))
            try await dress(logo, of: .swiss, by: "lea")
            #expect(try await store.section(.swiss).look.logo == .init(hash: logo.hash, words: "A candle", width: 4, height: 2))
            #expect(try await store.database.read { try $0.logo(of: .swiss) } == png)
            try await dress(nil, of: .swiss, by: "lea")
            #expect(try await store.section(.swiss).look.logo == nil)
        }
    }
}

extension Store {
    fileprivate func section(_ code: Section.Code) async throws -> Section {
        try #require(try await database.read { try $0.sections() }.first { $0.code == code })
    }
}
