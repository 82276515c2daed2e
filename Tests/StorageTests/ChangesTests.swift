import Storage
import TestSupport
import Testing

@Suite struct ChangesTests {
    /// Whether an element comes while there is patience. How soon it comes is measured from outside, by the end-to-end tests:
    /// here hundreds of tests share two cores.
    private func hears(_ stream: AsyncStream<Void>, patience: Duration) async -> Bool {
        await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                for await _ in stream { return true }
                return false
            }
            group.addTask {
                try? await Task.sleep(for: patience)
                return false
            }
            defer { group.cancelAll() }
            return await group.next() == true
        }
    }

    @Test(arguments: Engine.available)
    func `a write by another process, and one by this, is heard`(on engine: Engine) async throws {
        try await withDatabaseURL(engine) { url in
            let here = try Engine.open(url), there = try Engine.open(url)
            try await there.write { try $0.execute("CREATE TABLE note (text TEXT)") }
            let changes = here.changes()
            _ = await hears(changes, patience: .seconds(3))  // PostgreSQL says once that it listens, SQLite may still tell of the table
            for database in [there, here] {
                async let heard = hears(changes, patience: .seconds(60))
                try await database.write { try $0.execute("INSERT INTO note VALUES (\("x"))") }
                #expect(await heard)
            }
            await here.close()
            await there.close()
        }
    }

    @Test(arguments: Engine.available)
    func `nothing is heard of reads and of transactions that wrote nothing`(on engine: Engine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { try $0.execute("CREATE TABLE note (text TEXT)") }
            let changes = database.changes()
            while await hears(changes, patience: .seconds(3)) {}
            async let heard = hears(changes, patience: .seconds(3))
            _ = try await database.read { try $0.rows("SELECT text FROM note") }
            try await database.write { try $0.rows("SELECT text FROM note") }
            #expect(await !heard)
        }
    }

    @Test(.enabled(if: Engine.available.contains(.postgres)))
    func `what a process notes for itself is heard of when the server is looked at, and not each time`() async throws {
        try await withDatabaseURL(.postgres) { url in
            let database = try Engine.open(url)
            try await database.write { try $0.execute("CREATE TABLE note (n BIGINT)") }
            let changes = database.changes()
            let heard = Task { await changes.reduce(into: 0) { count, _ in count += 1 } }
            let began = ContinuousClock.now
            for n in 0..<300 { try await database.write(keeping: .throughKills) { try $0.execute("INSERT INTO note VALUES (\(n))") } }
            // the first says that it listens, and one may be under way at either end
            let looks = Int(began.duration(to: .now) / .milliseconds(400)) + 3
            await database.close()
            #expect(await heard.value <= looks)
        }
    }

    @Test(arguments: Engine.available)
    func `closing ends the stream`(on engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let changes = database.changes()
            await database.close()
            for await _ in changes {}
        }
    }
}
