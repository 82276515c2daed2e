@testable import Campaign
import Documents
import Foundation
import Storage
import TestSupport
import Testing

@Suite struct SectionsTests {
    @Test func `three sections ship, each with words in all its languages`() throws {
        let shipped = try ShippedSection.all()
        #expect(shipped.map(\.code) == [.international, .swiss, .american])
        for section in shipped {
            #expect(Set(section.instructions.keys) == Set(section.languages), "\(section.code.rawValue)")
            #expect(Set(section.postalNote.keys) == Set(section.languages), "\(section.code.rawValue)")
            #expect(Set(section.reportingWords.keys) == Set(section.languages), "\(section.code.rawValue)")
        }
        #expect(Set(shipped.map(\.host)).count == 3)
    }

    @Test(arguments: Engine.available)
    func `a section reads back as it was installed`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let swiss = try #require(try await store.database.read { try $0.sections() }.first { $0.code == .swiss })
            #expect(swiss.timeZone.identifier == "Europe/Zurich")
            #expect(swiss.languages == ["de", "fr", "en"])
            #expect(swiss.referenceStyle == .padded)
            #expect(swiss.threshold == 10)
            #expect(swiss.lateDays == 30)
            #expect(Reference.wanjiru.printed(swiss.referenceStyle) == "UA 077/21")
            #expect(swiss.words(in: "fr") != swiss.words(in: "de"))
            #expect(swiss.words(in: "es") == swiss.words(in: "de"))
        }
    }

    @Test(arguments: Engine.available)
    func `a section warns of its own country until it says otherwise`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            func warns(_ code: Section.Code, of country: String) async throws -> Bool {
                let section = try #require(try await store.database.read { try $0.sections() }.first { $0.code == code })
                return section.warns(of: [Country(country)].compactMap { $0 })
            }
            #expect(try await warns(.swiss, of: "CH"))
            #expect(!(try await warns(.swiss, of: "KE")))
            #expect(!(try await warns(.international, of: "CH")))
            try await ChangeOwnCountry(database: store.database, world: store.world)(.allow, of: .swiss, by: "Rosa")
            #expect(!(try await warns(.swiss, of: "CH")))
            #expect(try await warns(.american, of: "US"))
        }
    }

    @Test(arguments: Engine.available)
    func `what a section changed is not put back`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.tamper("UPDATE section SET name = 'Suisse' WHERE code = 'ch'")
            try await InstallSections(database: store.database)()
            #expect(try await store.database.read { try $0.sections() }.contains { $0.name == "Suisse" })
        }
    }
}
