import Campaign
import Documents
import Storage
import TestSupport
import Testing

@Suite struct StandingTests {
    private func addressee(_ store: Store) async throws -> Addressee {
        try #require(try await store.action().latest?.editions.first?.addressees.first)
    }

    @Test(arguments: Engine.available, [true, false])
    func `a printed address that bounces is offered no more, whether the case or the register came first`(on engine: Engine, registerFirst: Bool)
        async throws
    {
        try await withStore(engine) { store in
            let day = try #require(Day("2021-11-25"))
            if registerFirst { try await store.register(Tables.amina) }
            try await store.take(.wanjiru())
            if !registerFirst { #expect(try await store.register(Tables.amina).linked > 0) }
            #expect(try await addressee(store).contacts(.email).map(\.place) == ["ag@example.org"])
            #expect(try await store.mark("AG@Example.org", as: .bounced, on: day) == 1)

            let amina = try await addressee(store)
            #expect(amina.contacts(.email).isEmpty)
            #expect(amina.contacts.first { $0.channel == .email }?.place == "ag@example.org")
            #expect(amina.contacts.first { $0.channel == .email }?.standing == Standing(state: .bounced, on: day))
            #expect(amina.contacts(.x).count == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `what the register has instead is offered, and what it has besides is not`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.register(Tables.amina)
            try await store.register("kind,key,channel,place\ncontact,ke-attorney-general,email,registry@example.org")
            #expect(try await addressee(store).replacements.isEmpty)
            _ = try await store.mark("ag@example.org", as: .blocked, on: try #require(Day("2021-11-25")))
            #expect(try await addressee(store).contacts(.email).map(\.place) == ["registry@example.org"])
            #expect(try await addressee(store).contacts(.fax).isEmpty)
            _ = try await store.mark("ag@example.org", as: .works, on: try #require(Day("2021-11-26")))
            #expect(try await addressee(store).contacts(.email).map(\.place) == ["ag@example.org"])
        }
    }

    @Test(arguments: Engine.available)
    func `an address that two offices share says nothing of whose other addresses to use`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru { $0.targets = [.amina.with { $0.role = "Chief Registrar" }] })
            try await store.register(Tables.amina)
            try await store.register(
                "kind,key,country,title_en,email\noffice,ke-deputy,KE,Deputy,ag@example.org;deputy@example.org")
            _ = try await store.mark("ag@example.org", as: .bounced, on: try #require(Day("2021-11-25")))
            let amina = try await addressee(store)
            #expect(amina.contacts(.email).isEmpty && amina.replacements.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `a change of the register changes no published document`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let before = try await addressee(store)
            try await store.register(Tables.amina)
            _ = try await store.mark("ag@example.org", as: .doNotUse, on: try #require(Day("2021-11-25")))
            let after = try await addressee(store)
            #expect(after.contacts.map(\.place) == before.contacts.map(\.place))
            #expect(after.name == before.name && after.office == before.office)
            let pinned = try await store.database.read {
                try $0.rows("SELECT official_contact_version AS v FROM contact_point WHERE normal = 'ag@example.org'")
            }
            #expect(try pinned.map { try $0("v") as Int } == [1])
        }
    }

    @Test(arguments: Engine.available)
    func `a finished page is made anew when the register changes`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let before = try await store.database.read { try $0.freshness(of: .wanjiru) }
            try await store.register(Tables.amina)
            let after = try await store.database.read { try $0.freshness(of: .wanjiru) }
            #expect(after != before)
            #expect(try await store.mark("nobody@example.org", as: .works, on: try #require(Day("2021-11-25"))) == 0)
            #expect(try await store.database.read { try $0.freshness(of: .wanjiru) } == after)
        }
    }

    @Test(arguments: Engine.available)
    func `what was known of a contact stays, and the same is not said twice`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let day = try #require(Day("2021-11-25"))
            try await store.register("kind,key,country,title_en,email\noffice,ke-ag,KE,Attorney General,ag@example.org")
            for state in [ContactState.bounced, .bounced, .works] { #expect(try await store.mark("AG@example.org", as: state, on: day) == 1) }
            let history = try await store.database.read { db in try db.contactHistory(of: "ag@example.org") }
            #expect(history.map(\.version) == [1, 2, 3])
            #expect(history.map(\.contact.state) == [nil, .bounced, .works])
            #expect(history.allSatisfy { $0.key == "ke-ag" && !$0.by.isEmpty })
            #expect(try await store.database.read { db in try db.contactHistory(of: "nobody@example.org") }.isEmpty)
        }
    }
}
