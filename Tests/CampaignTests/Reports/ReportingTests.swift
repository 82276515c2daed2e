import Campaign
import Documents
import Storage
import TestSupport
import Testing

@Suite struct ReportingTests {
    @Test(arguments: Engine.available)
    func `a report counts once, however often Rosa presses the button`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.withReports { report async throws in
                let form = try store.form(channel: .post, quantity: 2)
                #expect(try await report(form) == .counted(late: false))
                #expect(try await report(form) == .alreadyCounted)
                store.advance(days: 2)
                #expect(try await report(form) == .alreadyCounted)
                #expect(try await store.tally().counted() == 2)
                #expect(try await report(store.form(channel: .post, quantity: 2)) == .counted(late: false))
            }
            let tally = try await store.tally()
            #expect(tally.counted() == 4)
            #expect(tally.counted(by: .post) == 4)
            #expect(tally.counted(by: .email) == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `a hundred impatient presses at once count one report`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.withReports { report async throws in
                let form = try store.form(quantity: 3)
                let receipts = try await withThrowingTaskGroup { group in
                    for _ in 0..<100 { group.addTask { try await report(form) } }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(receipts.count { $0 == .counted(late: false) } == 1)
                #expect(receipts.count { $0 == .alreadyCounted } == 99)
            }
            #expect(try await store.tally().counted() == 3)
        }
    }

    @Test(arguments: Engine.available)
    func `two desks beside each other count one form once`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let forms = try (0..<40).map { _ in try store.form() }
            try await store.withReports { here in
                try await store.withReports { there in
                    try await withThrowingTaskGroup { group in
                        for form in forms {
                            group.addTask { _ = try await here(form) }
                            group.addTask { _ = try await there(form) }
                        }
                        try await group.waitForAll()
                    }
                }
            }
            #expect(try await store.tally().counted() == 40)
            #expect(try await VerifyTallies(database: store.database)().ok)
        }
    }

    @Test(arguments: Engine.available)
    func `one refusal harms nobody else of its group`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.take(.bishnu(until: "2021-10-01"))
            let good = try (0..<20).map { _ in try store.form() }
            let bad = [
                try store.form(.bishnu()), try store.form(.bishnu(99)), try store.form(output: 9),
                try store.form(section: Section.Code(rawValue: "atl")),
            ]
            let (counted, refused) = await store.handIn(good + bad)
            #expect(counted == 20)
            #expect(refused == 4)
            #expect(try await store.tally().counted() == 20)
        }
    }

    @Test(arguments: Engine.available)
    func `the day of a report is that of its section`(on engine: Engine) async throws {
        try await withStore(engine, at: "2022-01-04T00:30:00.000Z") { store in
            try await store.take(.wanjiru())
            try await store.withReports { report async throws in
                #expect(try await report(store.form(section: .american)) == .counted(late: false))
                #expect(try await report(store.form(section: .swiss)) == .counted(late: true))
            }
            let days: [String] = try await store.database.read {
                try $0.rows("SELECT reported_on FROM report ORDER BY reported_on").map { try $0("reported_on") }
            }
            #expect(days == ["2022-01-03", "2022-01-04"])
        }
    }

    @Test(arguments: Engine.available)
    func `no column of the ledger tells who sent a report, and the token is not kept`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let form = try store.form()
            try await store.withReports { report in _ = try await report(form) }
            let row = try #require(try await store.database.read { try $0.row("SELECT token_hash FROM report") })
            #expect(try row("token_hash") == Digest.sha256(form.token))
        }
    }
}

extension Store {
    /// Hands forms in at the same moment, before the desk opens, so that they make one group.
    fileprivate func handIn(_ forms: [ReportRequest]) async -> (counted: Int, refused: Int) {
        let report = RecordReport(database: database, world: world)
        return await withTaskGroup(of: Bool.self) { group in
            for form in forms { group.addTask { (try? await report(form)) != nil } }
            let desk = Task {
                for _ in 0..<100 { await Task.yield() }
                await report.run()
            }
            let answers = await group.reduce(into: []) { $0.append($1) }
            desk.cancel()
            return (answers.count { $0 }, answers.count { !$0 })
        }
    }
}
