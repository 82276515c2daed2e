import Documents
import Foundation
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct LetterTests {
    private static let languages: [Language] = ["en", "es", "fr", "de", "it", "pt", "nl", "ar", "fa", "tr", "ru", "uk", "zh-Hans"]

    @Test(arguments: SupporterLetter.Occasion.toSupporters, languages)
    func `a letter says in its reader's language why it comes, and leads to the section's own host`(
        _ occasion: SupporterLetter.Occasion, _ language: Language
    ) async throws {
        try await withStore(.sqlite) { store in
            let counter = try SupporterCounter(store), section = try await counter.section(.swiss)
            let rosa = try #require(MailAddress("rosa@example.org")), link = "https://ch.localhost/x?a=1&b=\"2\""
            await counter.correspondence.post(occasion, to: rosa, of: section, in: language, id: "1", link: occasion == .goodbye ? nil : link)
            let letter = try #require(counter.tray.all.first)
            #expect(letter.language == language && letter.section == section)
            #expect(letter.subject.contains(section.name) || occasion == .signIn)
            #expect(letter.text.contains("\n\(link)\n") == (occasion != .goodbye))
            #expect(letter.html.contains("href=\"https://ch.localhost/x?a=1&amp;b=&quot;2&quot;\"") == (occasion != .goodbye))
            #expect(letter.html.contains("<html lang=\"\(language)\"\(language.isRightToLeft ? " dir=\"rtl\"" : "")>"))
            for text in [letter.subject, letter.text, letter.html] {
                #expect(!text.contains("supporter_mail.") && !text.contains("{") && !text.contains("\r"))
            }
            for forbidden in ["<img", "<script", "style=", "src=", "rosa@example.org"] { #expect(!letter.html.contains(forbidden)) }
            #expect(letter.text.components(separatedBy: "https://").count == (occasion == .goodbye ? 1 : 2))
            let english = try Catalogue.shipped()["en"].text("supporter_mail.\(occasion.rawValue).subject", ["section": section.name])
            #expect((letter.subject == english) == (language == "en"))
        }
    }

    @Test func `every topic, list and region has a name in every language`() throws {
        let catalogue = try Catalogue.shipped()
        let keys =
            Topic.allCases.map { "topic.\($0.rawValue)" } + Topic.List.allCases.map { "topic.list_\($0.rawValue)" }
            + Region.allCases.map { "region.\($0.rawValue)" }
        for language in Self.languages {
            #expect(keys.allSatisfy { catalogue[language].has($0) && catalogue[language].text($0) != $0 })
        }
    }

    @Test(arguments: [
        ("KE", Region.africa), ("SD", .africa), ("SO", .africa), ("MR", .africa), ("PE", .americas), ("US", .americas), ("HT", .americas),
        ("CN", .asia), ("AF", .asia), ("IN", .asia), ("AU", .asia), ("FJ", .asia), ("KP", .asia), ("TW", .asia), ("HK", .asia), ("RU", .europe),
        ("TR", .europe), ("KZ", .europe), ("AM", .europe), ("XK", .europe), ("CH", .europe), ("EG", .middleEast), ("IR", .middleEast),
        ("PS", .middleEast), ("DZ", .middleEast), ("YE", .middleEast),
    ])
    func `a country is in the region of its documents' class`(_ code: String, _ region: Region) throws {
        #expect(Region(of: try #require(Country(code))) == region)
    }

    @Test func `nothing chosen means everything, and a country widens a region`() throws {
        let peru = try #require(Country("PE")), kenya = try #require(Country("KE")), nepal = try #require(Country("NP"))
        func matter(_ country: Country?, _ topics: Set<Topic> = []) -> Matter {
            Matter(countries: Set([country].compactMap { $0 }), topics: topics, channels: [.post])
        }
        var choices = Choices()
        #expect(choices.include(matter(peru, [.torture])) && choices.include(matter(nil)))
        choices.countries = [peru]
        choices.regions = [.africa]
        #expect(choices.include(matter(peru)) && choices.include(matter(kenya)) && !choices.include(matter(nepal)) && choices.include(matter(nil)))
        choices.topics = [.torture]
        #expect(choices.include(matter(peru, [.torture, .women])) && choices.include(matter(peru)) && !choices.include(matter(peru, [.women])))
        choices.channels = [.email]
        #expect(!choices.include(matter(peru, [.torture])))
    }

    @Test(arguments: Engine.available)
    func `what an action is about is said by staff, and replaced as a whole`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let say = SetTopics(database: store.database, world: store.world), before = try await store.action().revision
            try await say(.wanjiru, [.journalists, .expression], by: "Ivo")
            try await say(.wanjiru, [.journalists, .unfairTrial], by: "Ivo")
            #expect(try await store.database.read { try $0.topics(of: .wanjiru) } == [.journalists, .unfairTrial])
            #expect(try await store.action().revision == before + 2)
            try await say(.wanjiru, [], by: "Ivo")
            #expect(try await store.database.read { try $0.topics(of: .wanjiru) }.isEmpty)
            await #expect(throws: ActionRefusal.self) { try await say(.bishnu(), [.torture], by: "Ivo") }
        }
    }
}
