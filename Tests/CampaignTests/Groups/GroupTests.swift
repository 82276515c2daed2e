import Campaign
import Documents
import Storage
import TestSupport
import Testing

@Suite struct GroupTests {
    @Test(arguments: Engine.available)
    func `a group gets a code of its own in its section, and the record says who added it`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let basel = try await store.group("  Letter evening\n Basel ", in: .swiss), school = try await store.group("École du Bourg", in: .swiss)
            #expect(basel.name == "Letter evening Basel")
            #expect(basel.code != school.code)
            #expect(try await store.database.read { try $0.group(basel.code.printed.lowercased(), of: .swiss) } == basel)
            let events = try await store.database.read { try $0.rows("SELECT by_name, subject, detail FROM event WHERE name = 'group.added'") }
            #expect(try events.map { try $0("by_name") as String } == ["Ivo", "Ivo"])
        }
    }

    @Test(arguments: Engine.available)
    func `a code is known in its own section only`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let basel = try await store.group(in: .swiss)
            for typed in [basel.code.text, "K7QM3XV0", "", "'; DROP TABLE writing_group"] {
                await #expect(throws: GroupRefusal.unknownCode(typed)) { try await store.database.read { try $0.group(typed, of: .american) } }
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a group without a name, or in no section, is refused`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            await #expect(throws: GroupRefusal.unnamed) { try await store.group(" – ") }
            await #expect(throws: GroupRefusal.nameTooLong) { try await store.group(String(repeating: "Basel ", count: 30)) }
            await #expect(throws: GroupRefusal.unknownSection(.init(rawValue: "xx"))) { try await store.group(in: .init(rawValue: "xx")) }
            let totals = try await store.database.read { try $0.groupTotals() }
            #expect(totals.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `a return counts each line once, however often the secretary sends it`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.take(.bishnu(until: "2021-12-20"))
            let basel = try await store.group(), token = store.world.token()
            let sent = try store.groupReturn(
                ["77-21.1.post": "34", "77-21.1.email": " 2 ", "12-21.1.post": "5", "12-21.1.fax": ""], token: token, of: basel)
            try await store.withReports { report async throws in
                let record = RecordGroupReturn(record: report)
                let first = try await record(sent)
                #expect(first.counted == [.bishnu(), .wanjiru])
                #expect(!first.isRepeated)
                let receipts = try await withThrowingTaskGroup { tasks in
                    for _ in 0..<20 { tasks.addTask { try await record(sent) } }
                    return try await tasks.reduce(into: []) { $0.append($1) }
                }
                #expect(receipts.allSatisfy { $0.isRepeated && $0.counted == first.counted })
            }
            #expect(try await store.tally().lines.map(\.source) == [.group, .group])
            #expect(try await store.tally().counted() == 36)
            #expect(try await store.tally(.bishnu()).counted() == 5)
            let totals = try await store.database.read { try $0.groupTotals() }
            #expect(totals.map(\.group) == [basel] && totals.map(\.reports) == [3] && totals.map(\.appeals) == [41])
            #expect(try await VerifyTallies(database: store.database)().ok)
        }
    }

    @Test(arguments: Engine.available)
    func `a line that cannot be taken is told, the others count, and a mended form counts only the rest`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            try await store.take(.bishnu(until: "2021-10-01"))
            let basel = try await store.group(), token = store.world.token()
            try await store.withReports { report async throws in
                let record = RecordGroupReturn(record: report)
                let receipt = try await record(store.groupReturn(["77-21.1.post": "3", "12-21.1.post": "5"], token: token, of: basel))
                #expect(receipt.counted == [.wanjiru] && receipt.missed == [.bishnu()])
                let again = try await record(store.groupReturn(["77-21.1.post": "3", "77-21.1.phone": "1"], token: token, of: basel))
                #expect(again.isRepeated)
                await #expect(throws: ReportRefusal.self) { try await record(store.groupReturn(["12-21.1.post": "5"], of: basel)) }
                await #expect(throws: ActionRefusal.self) { try await record(store.groupReturn(["99-21.1.post": "5"], of: basel)) }
            }
            #expect(try await store.tally().counted() == 4)
        }
    }

    @Test func `numbers are checked, and a very large one is asked about`() async throws {
        try await withStore(.sqlite) { store in
            let basel = try await store.group()
            for (numbers, fields) in [
                (["77-21.1.post": "0"], ["77-21.1.post"]), (["77-21.1.post": "5001"], ["77-21.1.post"]), (["77-21.1.post": "-1"], ["77-21.1.post"]),
                (["77-21.1.post": "many", "12-21.1.fax": "1.5"], ["12-21.1.fax", "77-21.1.post"]), ([:], ["numbers"]),
                (["77-21.1.post": " "], ["numbers"]),
                (["77-21.1.post": "501"], ["sure"]),
            ] {
                #expect(throws: FormProblems.self) { try store.groupReturn(numbers, of: basel) }
                do {
                    _ = try store.groupReturn(numbers, of: basel)
                } catch let problems as FormProblems {
                    #expect(problems.problems.map(\.field) == fields)
                }
            }
            #expect(try store.groupReturn(["77-21.1.post": "5 000"], isSure: true, of: basel).requests.map(\.quantity) == [5_000])
            #expect(try store.groupReturn(["77-21.1.post": "500"], of: basel).requests.map(\.quantity) == [500])
            #expect(throws: FormProblems.self) { try store.groupReturn(["77-21.1.post": "1"], token: "short", of: basel) }
            for field in ["77-21.0.post", "77-21.1.pigeon", "UA 77/21.1.post", "77-21.post", "77-21.1.post.x", "name"] {
                #expect(GroupReturn.Line(field: field, value: "1") == nil, "\(field)")
            }
        }
    }

    @Test(arguments: Engine.available)
    func `verify finds a group's report that no group stands beside, or another section's`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let basel = try await store.group()
            try await store.withReports { report async throws in
                _ = try await RecordGroupReturn(record: report)(store.groupReturn(["77-21.1.post": "3"], of: basel))
            }
            #expect(try await VerifyTallies(database: store.database)().ok)
            for (harm, mend) in [
                ("UPDATE writing_group SET section = 'ch'", "UPDATE writing_group SET section = 'int'"),
                ("UPDATE report SET source = 'form'", "UPDATE report SET source = 'group'"),
                ("DELETE FROM group_report", "INSERT INTO group_report (report_id, group_id) SELECT r.id, g.id FROM report r, writing_group g"),
            ] as [(SQL, SQL)] {
                try await store.tamper(harm)
                let problems = try await VerifyTallies(database: store.database)().problems
                #expect(problems.contains("1 reports do not agree with the groups that stand beside them"))
                try await store.tamper(mend)
                #expect(try await VerifyTallies(database: store.database)().ok)
            }
        }
    }

    @Test(
        arguments: [
            "INSERT INTO group_report (report_id, group_id) VALUES ('nothing', 'nobody')", "UPDATE writing_group SET name = ''",
            "UPDATE writing_group SET code = 'SHORT'", "UPDATE writing_group SET section = 'xx'",
            "INSERT INTO writing_group (id, section, code, name, created_at) SELECT 'other', section, code, 'Twin', created_at FROM writing_group",
        ] as [SQL], Engine.available)
    func `the tables of groups refuse nonsense`(_ statement: SQL, on engine: Engine) async throws {
        try await withStore(engine) { store in
            _ = try await store.group()
            await #expect(throws: StorageFailure.self) { try await store.tamper(statement) }
        }
    }
}
