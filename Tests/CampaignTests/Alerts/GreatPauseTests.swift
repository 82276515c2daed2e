import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct GreatPauseTests {
    @Test(arguments: Engine.available)
    func `a great mailing waits five minutes and can be stopped, a small one goes at once`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            for name in ["ana", "ben"] { try await store.supporter(name) }
            let now = store.world.now(), id = try await store.composed()
            let approve = ApproveAlert(database: store.database, world: store.world, pause: GreatPause(people: 2, seconds: 300))
            try await approve(id, sameDay: true, hasRead: true, isShown: true, by: "Rosa")
            #expect(try await store.database.read { try $0.beginning(of: id) } == now.adding(seconds: 300))
            let select = SelectRecipients(database: store.database, world: store.world, pageSize: 2)
            let works: [String: Worker.Work] = [SelectRecipients.kind: { try await select(Alert.ID($0.subject)) }]
            store.advance(seconds: 299)
            try await store.doJobs(works)
            #expect(try await store.deliveries().isEmpty)
            try await StopAlert(database: store.database, world: store.world)(id, by: "Ben")
            store.advance(seconds: 10)
            try await store.doJobs(works)
            #expect(try await store.deliveries().isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `one reader fewer is no great mailing, and a script's approval never waits`(on engine: Engine) async throws {
        for pause in [GreatPause(people: 3, seconds: 300), nil] {
            try await withStore(engine) { store in
                try await store.take(.wanjiru())
                for name in ["ana", "ben"] { try await store.supporter(name) }
                let id = try await store.composed()
                let approve = ApproveAlert(database: store.database, world: store.world, pause: pause)
                try await approve(id, sameDay: true, hasRead: true, isShown: true, by: "Rosa")
                #expect(try await store.database.read { try $0.beginning(of: id) } == store.world.now())
            }
        }
    }
}
