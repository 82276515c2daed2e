import Campaign
import Documents
import Storage
import TestSupport
import Testing

@Suite struct EmbassyRuleTests {
    private let missions = """
        kind,key,country,title_en,title_de,receiving,mission_kind,accredited_from,name,honorific,valid_from,valid_to,post,email,checked_on
        mission,ke-ch,KE,High Commission of Kenya,Hochkommission von Kenia,CH,high_commission,,Grace Wambui,H.E.,,,"1 Example Street
        Bern",ke.bern@example.org,2021-06-01
        mission,ke-ch-from-de,KE,Embassy of Kenya in Germany,,CH,embassy,DE,,,,,,ke.berlin@example.org,2021-06-01
        mission,ke-ch-consulate,KE,Consulate of Kenya,,CH,consulate,,,,,,,ke.geneva@example.org,2021-06-01
        mission,ke-us-former,KE,Embassy of Kenya,,US,embassy,,,,,2020-12-31,,ke.washington@example.org,2021-06-01
        """

    private func applied(_ store: Store, for code: Section.Code) async throws -> EmbassyRule.Applied {
        let today = try #require(Day("2021-11-30"))
        return try await store.database.read { db in
            let sections = try db.sections(), action = try db.publicAction(.wanjiru)
            let section = try #require(sections.first { $0.code == code }), output = try #require(action.latest)
            let edition = try #require(output.edition(for: code))
            let missions = try section.country.flatMap { Country($0) }.map { try db.missions(from: action.countries, to: $0) } ?? []
            return EmbassyRule(section: section, publishers: sections, missions: missions, today: today)
                .applied(to: edition, about: action.countries, in: section.languages)
        }
    }

    @Test(arguments: Engine.available)
    func `readers in Switzerland copy the embassy to Switzerland, the resident one before one accredited from elsewhere`(on engine: Engine)
        async throws
    {
        try await withStore(engine) { store in
            try await store.register(missions)
            try await store.take(.wanjiru { $0.targets = [.amina] })
            let swiss = try await applied(store, for: .swiss), embassy = try #require(swiss.edition.addressees.last)
            #expect(swiss.edition.addressees.map(\.role) == [.target, .copy])
            #expect(embassy.name == "H.E. Grace Wambui" && embassy.office == "Hochkommission von Kenia")
            #expect(embassy.contacts(.email).map(\.place) == ["ke.bern@example.org"])
            #expect(embassy.contacts.first?.checkedOn == Day("2021-06-01"))
            #expect(embassy.seat?.accreditedFrom == nil && swiss.withoutMission.isEmpty)

            try await store.register(
                "kind,key,country,title_en,receiving,mission_kind,valid_to\nmission,ke-ch,KE,High Commission of Kenya,CH,high_commission,2021-10-01")
            let later = try #require(try await applied(store, for: .swiss).edition.addressees.last)
            #expect(later.seat?.accreditedFrom == Country("DE"))
        }
    }

    @Test(arguments: Engine.available)
    func `where the register has no embassy there is none, and it is said`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.register(missions)
            try await store.take(.wanjiru { $0.targets = [.amina] })
            let american = try await applied(store, for: .american)
            #expect(american.edition.addressees.count == 1)
            #expect(american.withoutMission == [Country("KE")].compactMap { $0 })
            let international = try await applied(store, for: .international)
            #expect(international.edition.addressees.count == 1 && international.withoutMission.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `the embassy that a section prints for its readers wins`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.register(missions)
            try await store.take(.wanjiru { $0.targets = [.amina, .highCommission(in: "Bern")] }, in: .swiss)
            let swiss = try await applied(store, for: .swiss)
            #expect(swiss.edition.addressees.map(\.office) == ["Attorney General", "High Commission of Kenya"])
            #expect(swiss.edition.addressees.allSatisfy { $0.seat == nil } && swiss.withoutMission.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `nobody is sent to the embassy of another section's country`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.register(missions)
            try await store.take(.wanjiru { $0.targets = [.amina, .highCommission(in: "Washington").with { $0.kind = .target }] }, in: .american)
            let swiss = try await applied(store, for: .swiss)
            #expect(swiss.edition.addressees.map(\.seat?.receiving) == [nil, Country("CH")])
        }
    }

    @Test(arguments: Engine.available)
    func `readers of no country are sent to nobody's embassy, and to the representatives accredited to their own`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let embassy = ActionDraft.Target.highCommission(in: "Washington").with { $0.kind = .target }
            try await store.take(.wanjiru { $0.targets = [.amina, embassy] }, in: .american)
            let international = try await applied(store, for: .international)
            #expect(international.edition.addressees.map(\.office) == ["Attorney General"])
            #expect(international.accreditedAnywhere == [Country("KE")].compactMap { $0 })
            let american = try await applied(store, for: .american)
            #expect(american.edition.addressees.count == 2 && american.accreditedAnywhere.isEmpty && american.withoutMission.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `who is no embassy stays, wherever the office is`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let court = ActionDraft.Target.amina.with {
                $0.role = "Commission on Human Rights"
                $0.addressLines = ["1 Example Street", "Washington DC"]
            }
            try await store.take(.wanjiru { $0.targets = [court] })
            for code in [Section.Code.international, .swiss, .american] {
                #expect(try await applied(store, for: code).edition.addressees.first?.office == "Commission on Human Rights")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `in the country of concern the city of the embassies is where the government sits`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let president = ActionDraft.Target.amina.with {
                $0.role = "President"
                $0.addressLines = ["1 Example Avenue", "Washington DC"]
            }
            try await store.take(
                .wanjiru {
                    $0.country = Country("US"); $0.targets = [president]
                }, in: .american)
            for code in [Section.Code.international, .american] {
                let applied = try await applied(store, for: code)
                #expect(applied.edition.addressees.map(\.office) == ["President"])
                #expect(applied.accreditedAnywhere.isEmpty)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a copy that a section prints for a court does not stand for the embassy`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.register(missions)
            let court = ActionDraft.Target.amina.with {
                $0.kind = .copy
                $0.role = "Registrar of the High Court"
            }
            try await store.take(.wanjiru { $0.targets = [.amina, court] }, in: .swiss)
            #expect(try await applied(store, for: .swiss).edition.addressees.contains { $0.office == "Hochkommission von Kenia" })
        }
    }
}
