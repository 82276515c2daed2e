import Campaign
import Storage
import TestSupport
import Testing

@Suite struct MeasuresTests {
    @Test func `measures are told as Prometheus reads them`() {
        let jobs = Family("jobs_total", "Jobs.", by: ["kind"]) { Counter() }
        jobs("a \"b\"\\").add(3)
        let sizes = Family("size", "Sizes.", by: []) { Distribution(bounds: [1, 10]) }
        for size in [1, 7, 7.5, 11] { sizes().note(size) }
        var told = Exposition()
        told.add(jobs)
        told.add(sizes)
        told.gauge("level", "A level.", 0.5)
        #expect(
            told.text == """
                # HELP jobs_total Jobs.
                # TYPE jobs_total counter
                jobs_total{kind="a \\"b\\"\\\\"} 3
                # HELP size Sizes.
                # TYPE size histogram
                size_bucket{le="1"} 1
                size_bucket{le="10"} 3
                size_bucket{le="+Inf"} 4
                size_sum 26.5
                size_count 4
                # HELP level A level.
                # TYPE level gauge
                level 0.5

                """)
    }

    @Test func `labels that somebody makes up do not fill memory`() {
        let family = Family("a", "A.", by: ["b"]) { Counter() }
        for number in 0..<5_000 { family("\(number)").add() }
        #expect(family.all.count <= 1_001)
        #expect(family("other").value == 4_000)
    }

    @Test(arguments: Engine.available)
    func `what waits in the database is counted by kind and state`(on engine: Engine) async throws {
        try await withStore(engine, at: "2021-11-30T10:00:00.000Z") { store in
            let now = store.world.now()
            try await store.database.write { db in
                try db.enqueue("a.b", subject: "1", id: "1", at: now.adding(seconds: -90))
                try db.enqueue("a.b", subject: "2", id: "2", at: now)
                try db.enqueue("c.d", subject: "3", id: "3", at: now)
            }
            let queues = try await store.database.read { db in try db.queues() }
            #expect(
                queues.jobs.map { "\($0.kind) \($0.state.rawValue) \($0.count)" } == [
                    "a.b waiting 2", "c.d waiting 1",
                ])
            #expect(queues.oldestDue == now.adding(seconds: -90))
            #expect(queues.deliveries == 0 && queues.lastSent == nil)
        }
    }
}
