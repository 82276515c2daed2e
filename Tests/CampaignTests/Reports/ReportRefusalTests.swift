import Campaign
import Documents
import TestSupport
import Testing

@Suite struct ReportRefusalTests {
    @Test(arguments: Engine.available)
    func `a late report is taken and marked, and a month later none is`(on engine: Engine) async throws {
        try await withStore(engine, at: "2022-01-03T23:00:00.000Z") { store in
            try await store.take(.wanjiru())
            try await store.withReports { report async throws in
                #expect(try await report(store.form(quantity: 4)) == .counted(late: false))
                store.advance(days: 1)
                #expect(try await report(store.form(quantity: 6)) == .counted(late: true))
                store.advance(days: 30)
                await #expect(throws: ReportRefusal.closed(since: Day("2022-02-02"))) { try await report(store.form()) }
            }
            let tally = try await store.tally()
            #expect(tally.counted() == 10)
            #expect(tally.lines.filter(\.isLate).map(\.appeals) == [6])
        }
    }

    @Test(arguments: Engine.available)
    func `a report on a withdrawn case, on a draft or on nothing is refused`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.take(.bishnu(until: "2021-12-20"), published: false)
            try await store.withdraw()
            try await store.withReports { report async throws in
                await #expect(throws: ActionRefusal.withdrawn) { try await report(store.form()) }
                await #expect(throws: ActionRefusal.unknownReference("UA 12/21")) { try await report(store.form(.bishnu())) }
                await #expect(throws: ActionRefusal.unknownReference("UA 99/21")) { try await report(store.form(.bishnu(99))) }
            }
            #expect(try await VerifyTallies(database: store.database)().reports == 0)
        }
    }

    @Test(arguments: Engine.available)
    func `a report on an output that is not there, or asks for nothing, is refused`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.take(.wanjiruFree())
            try await store.withReports { report async throws in
                await #expect(throws: ActionRefusal.unknownOutput(.wanjiru, 3)) { try await report(store.form(output: 3)) }
                await #expect(throws: ReportRefusal.closed(since: nil)) { try await report(store.form(output: 2)) }
                #expect(try await report(store.form(output: 1)) == .counted(late: false))
            }
        }
    }

    @Test(arguments: ["1", "500", " 12 "])
    func `one to five hundred appeals fit a report`(_ quantity: String) throws {
        let request = try ReportRequest(
            reference: .wanjiru, ordinal: 1, channel: "post", quantity: quantity, token: String(repeating: "t", count: 43), section: .international)
        #expect(Report.quantities.contains(request.quantity))
    }

    @Test(arguments: [nil, "", "0", "501", "-1", "1.5", "two", "99999999999999999999"])
    func `no other quantity does`(_ quantity: String?) {
        #expect(throws: FormProblems.self) {
            try ReportRequest(
                reference: .wanjiru, ordinal: 1, channel: "post", quantity: quantity, token: String(repeating: "t", count: 43),
                section: .international)
        }
    }

    @Test func `a form tells all that is wrong with it at once`() {
        let problems = #expect(throws: FormProblems.self) {
            try ReportRequest(reference: .wanjiru, ordinal: 1, channel: "pigeon", quantity: "0", token: "guessable", section: .international)
        }
        #expect(problems?.problems.map(\.field) == ["channel", "quantity", "token"])
        #expect(problems?["token"] == Message("report.problem_token"))
        #expect(problems?["output"] == nil)
    }
}
