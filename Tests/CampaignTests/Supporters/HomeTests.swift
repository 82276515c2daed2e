import Documents
import Foundation
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct HomeTests {
    @Test(arguments: Engine.available)
    func `Rosa sees what she follows, what is due soon, and no history she did not ask for`(on engine: Engine) async throws {
        try await withStore(engine, at: "2021-12-28T10:00:00.000Z") { store in
            try await store.take(.wanjiru())
            try await store.take(.bishnu(until: "2022-03-01"))
            let counter = try SupporterCounter(store)
            let rosa = try await counter.supporter("rosa@example.org", follow: FollowWish(.bishnu())),
                session = try await counter.enter("rosa@example.org")
            try await counter.follow(rosa, FollowWish(.wanjiru, onlyOutcome: true))
            let home = try await counter.home(session)
            #expect(home.address?.text == "rosa@example.org" && home.suppressed == nil)
            #expect(home.follows.map(\.action.reference) == [.wanjiru, .bishnu()])
            #expect(home.follows.map(\.onlyOutcome) == [true, false])
            #expect(home.dueSoon.map(\.reference) == [.wanjiru])
            #expect(home.history.isEmpty)
            try await store.withdraw()
            try await Unfollow(database: store.database, world: store.world)(rosa, .bishnu())
            let after = try await counter.home(session)
            #expect(after.follows.isEmpty && after.dueSoon.isEmpty)
            await #expect(throws: ActionRefusal.self) { try await counter.follow(rosa, FollowWish(.wanjiru)) }
            await #expect(throws: SupporterRefusal.signedOut) {
                try await LookAtHome(database: store.database, world: store.world, keyring: counter.keyring)(session: "x")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a history begins when it is switched on, and is gone when it is switched off`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let counter = try SupporterCounter(store)
            let rosa = try await counter.supporter("rosa@example.org"), session = try await counter.enter("rosa@example.org")
            let remember = RememberReport(database: store.database), history = SwitchHistory(database: store.database, world: store.world)
            let tokens = [store.world.token(), store.world.token()]
            try await store.withReports { report async throws in
                _ = try await report(store.form(quantity: 3, token: tokens[0]))
                try await remember(rosa, reportToken: tokens[0])
                try await history(rosa, on: true)
                _ = try await report(store.form(channel: .post, quantity: 2, token: tokens[1]))
                try await remember(rosa, reportToken: tokens[1])
                try await remember(rosa, reportToken: tokens[1])
                try await remember(rosa, reportToken: "no such report")
            }
            let home = try await counter.home(session)
            #expect(home.history.map(\.quantity) == [2] && home.history.map(\.channel) == [.post] && home.history.map(\.reference) == [.wanjiru])
            try await store.withdraw()
            #expect(try await counter.home(session).history.map(\.isWithdrawn) == [true])
            try await history(rosa, on: false)
            #expect(try await store.count("supporter_report") == 0)
            #expect(try await store.count("report") == 2)
            #expect(try await VerifyTallies(database: store.database)().ok)
        }
    }

    @Test(arguments: Engine.available)
    func `what Rosa chooses takes the place of what she chose before`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store)
            let rosa = try await counter.supporter("rosa@example.org") { $0.choices.topics = [.torture, .women] }
            var wanted = Preferences(
                language: "fr", pace: .twiceAMonth, sameDay: true, network: .group, timeZone: try #require(TimeZone(identifier: "America/Lima")))
            wanted.choices.countries = try [#require(Country("PE")), #require(Country("KE"))]
            wanted.choices.regions = [.middleEast]
            wanted.choices.languages = ["es", "pt-BR"]
            wanted.choices.channels = [.post, .contactForm]
            try await ChangePreferences(database: store.database, world: store.world)(rosa, wanted)
            #expect(try await counter.supporter(rosa)?.preferences == wanted)
            #expect(try await store.recipients().map(\.preferences) == [wanted])
            await #expect(throws: SupporterRefusal.signedOut) {
                try await ChangePreferences(database: store.database, world: store.world)(.init("nobody"), wanted)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `nobody is written to before the day on which a pause ends`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store)
            let rosa = try await counter.supporter("rosa@example.org"), pause = PauseAlerts(database: store.database, world: store.world)
            try await pause(rosa, until: Day("2021-12-02"))
            #expect(try await store.recipients().isEmpty)
            store.advance(days: 1)
            #expect(try await store.recipients().isEmpty)
            store.advance(days: 1)
            #expect(try await store.recipients().map(\.id) == [rosa])
            try await pause(rosa, until: Day("2099-01-01"))
            #expect(try await counter.supporter(rosa)?.pausedUntil == Day("2022-12-03"))
            for day in [nil, Day("2021-12-02"), Day("2020-01-01")] {
                try await pause(rosa, until: day)
                #expect(try await counter.supporter(rosa)?.pausedUntil == nil)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a new address is used once its owner pressed the button, and the old one is told`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store)
            let rosa = try await counter.supporter("rosa@example.org")
            let letters = try await counter.askForAddress(rosa, "rosa.new@example.net")
            #expect(letters.map(\.occasion) == [.newAddress] && letters.map(\.to.text) == ["rosa.new@example.net"])
            #expect(try await store.address(of: rosa, counter) == "rosa@example.org")
            let token = try #require(letters.first?.token)
            #expect(try await !counter.confirmAddress(token).isRepeated)
            #expect(counter.tray.all.map(\.occasion) == [.addressChanged] && counter.tray.empty().map(\.to.text) == ["rosa@example.org"])
            #expect(try await counter.confirmAddress(token).isRepeated)
            #expect(counter.tray.all.isEmpty)
            #expect(try await store.address(of: rosa, counter) == "rosa.new@example.net")
            #expect(try await counter.askToSignIn("rosa@example.org").token == nil)
            #expect(try await counter.askToSignIn("rosa.new@example.net").token != nil)
        }
    }

    @Test(arguments: Engine.available)
    func `an address that is another supporter's is not taken, and the answer does not tell`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let counter = try SupporterCounter(store)
            let rosa = try await counter.supporter("rosa@example.org")
            let token = try #require(try await counter.askForAddress(rosa, "ana@example.org").first?.token)
            _ = try await counter.supporter("ana@example.org")
            #expect(try await counter.askForAddress(rosa, "ANA@example.org").isEmpty)
            await #expect(throws: SupporterRefusal.linkOver) { try await counter.confirmAddress(token) }
            #expect(try await store.address(of: rosa, counter) == "rosa@example.org")
        }
    }
}
