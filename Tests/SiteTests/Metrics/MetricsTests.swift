import Campaign
import Hummingbird
import Logging
import ServiceLifecycle
import TestSupport
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(5))) struct MetricsTests {
    private func told(_ measures: Measures, _ store: Store) async -> String {
        await MetricsText(measures: measures, database: store.database, world: store.world)()
    }

    @Test func `requests are counted by the pattern of their route, and never by what was asked for`()
        async throws
    {
        let measures = Measures()
        try await RunningSite.run(measures: measures) { router in
            router.get("people/:name") { _, _ in Response.text("here") }
        } _: { site in
            let visitor = try await site.connect()
            for _ in 1...3 {
                _ = try await visitor.get(
                    "/people/rosa?mail=rosa@example.org", headers: ["user-agent": "Rosas browser"])
            }
            _ = try await visitor.get("/rosa/nowhere")
            _ = try await visitor.send("ROSA", "/people/rosa")
        }
        try await withStore(.sqlite, at: "2021-11-30T10:00:00.000Z") { store in
            let text = await told(measures, store)
            #expect(
                text.contains(
                    "amparo_request_seconds_count{route=\"/people/{name}\",method=\"GET\",status=\"200\"} 3\n"
                ))
            #expect(!text.lowercased().contains("rosa"))
            #expect(text.contains("amparo_connections 0\n") && text.contains("amparo_database_up 1\n"))
        }
    }

    @Test func `what the door answers is counted as what the router answers`() async throws {
        let door = DoorSite()
        let measures = Measures()
        try await door.run(measures: measures) { site in
            let visitor = try await site.connect()
            for _ in 1...4 { _ = try await visitor.get("/page") }
            _ = try await visitor.head("/page")
            #expect(measures.connections.value == 1)
        }
        #expect(measures.requests("/page", "GET", "200").cumulated.last == 4)
        #expect(measures.requests("/page", "HEAD", "200").cumulated.last == 1)
        #expect(measures.pages("door").value == 4)
    }

    @Test(arguments: Engine.available)
    func `the listener tells measures and nothing else`(on engine: Engine) async throws {
        try await withStore(engine, at: "2021-11-30T10:00:00.000Z") { store in
            let (ports, told) = AsyncStream.makeStream(of: Int.self)
            let log = CapturedLog()
            let measures = Measures()
            measures.deliveries("sent").add(2)
            let server = MetricsServer.build(
                measures, database: store.database, world: store.world, host: "127.0.0.1", port: 0,
                logger: log.logger()
            ) { told.yield($0) }
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                let group = ServiceGroup(
                    configuration: .init(services: [server], logger: log.logger(.error)))
                tasks.addTask { try await group.run() }
                let visitor = try await HTTPConnection.open(port: await ports.first { _ in true } ?? 0)
                let answer = try await visitor.get("/metrics")
                #expect(
                    answer.status == 200
                        && answer["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
                #expect(answer.text.contains("amparo_deliveries_total{verdict=\"sent\"} 2\n"))
                #expect(try await visitor.get("/en/").status == 404)
                await visitor.close()
                await group.triggerGracefulShutdown()
                try await tasks.waitForAll()
            }
        }
    }

    @Test func `the public listener knows no metrics`() async throws {
        try await withAmparo { amparo in
            let answer = try await amparo.connect().get("/metrics")
            #expect(answer.status == 404)
        }
    }

    @Test(arguments: [
        (
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "4bf92f3577b34da6a3ce929d0e0e4736" as String?
        ),
        ("00-00000000000000000000000000000000-00f067aa0ba902b7-01", nil),
        ("00-rosa@example.org-00f067aa0ba902b7-01", nil), ("", nil),
        ("00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01", nil),
        ("ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", nil),
    ])
    func `a trace is a number and no word of anybody's`(_ field: String, _ id: String?) async throws {
        #expect(Trace.id(in: field) == id)
        try await RunningSite.run(routes: { $0.get("page") { _, _ in Response.text("page") } }) {
            site in
            _ = try await site.connect().get("/page", headers: ["traceparent": field])
            #expect(site.log.all.contains { $0.contains("trace=") } == (id != nil))
            #expect(!site.log.all.contains { $0.contains("rosa") })
        }
    }
}
