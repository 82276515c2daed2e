import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct TidyAlertsTests {
    private let turn = Job(
        id: Job.ID("turn"), kind: TidyAlerts.kind, subject: "", priority: Job.whenIdle, state: .running, dueAt: Instant(milliseconds: 0), attempts: 1,
        failure: nil, createdAt: Instant(milliseconds: 0))

    private func tidy(_ store: Store) async throws { try await TidyAlerts(database: store.database, world: store.world)(turn) }

    @Test(arguments: Engine.available)
    func `who was told of what is forgotten after a month, and what still waits is not`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            for name in ["ana", "ben", "cleo"] { try await store.supporter(name) }
            try await store.supporter("dia", pace: .monthly)
            let id = try await store.going()
            try await store.deliver(
                Basket { notice in
                    switch notice.supporter.text {
                    case "ana": .taken
                    case "ben": .never("554 5.7.1")
                    default: .later("451 4.7.1")
                    }
                })
            // due in two months
            try await store.tamper("UPDATE delivery SET due_at = '2022-02-01T10:00:00.000Z' WHERE supporter_id IN ('cleo', 'dia')")
            store.advance(days: 29)
            try await tidy(store)
            #expect(try await store.deliveries().count == 4)
            store.advance(days: 2)
            try await tidy(store)
            #expect(try await store.deliveries() == ["cleo": "waiting 451 4.7.1", "dia": "held"])
            #expect(try await store.database.read { try $0.alert(id).state } == .sending)
        }
    }

    @Test(arguments: Engine.available)
    func `a bounce counts less from day to day, and never less than nothing`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.supporter("ana")
            try await store.tamper("UPDATE supporter SET soft_bounces = 2")
            var left: [Int] = []
            for _ in 0..<3 {
                try await tidy(store)
                left.append(try await store.database.read { try $0.row("SELECT soft_bounces AS sum FROM supporter")?("sum") } ?? -1)
            }
            #expect(left == [1, 0, 0])
        }
    }

    @Test(arguments: Engine.available)
    func `a mail that came back no more for five days forgives all bounces before it`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            for name in ["ana", "ben", "cleo"] { try await store.supporter(name, address: true) }
            let now = store.world.now()
            try await store.database.write { db in
                for name in ["ana", "ben", "cleo"] {
                    for _ in 0..<9 { try db.noteBounce(of: Supporter.ID(name), weight: BounceWeight.soft, at: now) }
                }
            }
            store.advance(days: 1)
            _ = try await store.going()
            try await store.deliver(Basket { $0.supporter.text == "cleo" ? .never("554") : .taken })
            store.advance(days: 1)
            let later = store.world.now()
            try await store.database.write { try $0.noteBounce(of: Supporter.ID("ben"), weight: BounceWeight.soft, at: later) }
            store.advance(days: 3)
            try await tidy(store)
            #expect(try await bounces(store) == [8, 9, 8], "it may still come back")
            store.advance(days: 2)
            try await tidy(store)
            #expect(try await bounces(store) == [0, 8, 7], "ben's came back")
        }
    }

    private func bounces(_ store: Store) async throws -> [Int] {
        try await store.database.read { try $0.rows("SELECT soft_bounces FROM supporter ORDER BY id").map { try $0("soft_bounces") } }
    }

    @Test(arguments: Engine.available)
    func `turns of last month are forgotten, today's are not, so that none comes twice`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let schedule = Schedule(TidyAlerts.kind, .daily)
            try await schedule.enter(in: store.database, at: store.world.now())
            store.advance(days: 31)
            try await schedule.enter(in: store.database, at: store.world.now())
            try await tidy(store)
            #expect(try await store.count("schedule_turn") == 1)
            try await store.tamper("DELETE FROM job")
            try await schedule.enter(in: store.database, at: store.world.now())
            #expect(try await store.count("job") == 0)
        }
    }
}
