import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct ImportOfficialsTests {
    @Test(arguments: Engine.available)
    func `a table becomes offices with holders and contacts, and the same table again changes nothing`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let first = try await store.register(Tables.amina), second = try await store.register(Tables.amina)
            #expect(first.added == 1 && first.problems.isEmpty)
            #expect(second == ImportOfficials.Result())
            let office = try #require(try await store.registered().officials["ke-attorney-general"])
            #expect(office.facts.titles["sw"] == "Mwanasheria Mkuu")
            #expect(office.holder(on: try #require(Day("2021-11-30")))?.name == "Amina Njoroge")
            #expect(office.holder(on: try #require(Day("2019-12-31"))) == nil)
            #expect(office.contacts.map(\.channel) == [.email, .fax, .post])
            #expect(office.contacts.map(\.place).last == "Harambee Avenue\nNairobi\nKenya")
            #expect(try await store.database.read { try $0.rows("SELECT * FROM register_entry").count } == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `a change is a further version, and the one before is still there`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.register(Tables.amina)
            let changed = try await store.register(
                "kind,key,channel,place,state,state_on\ncontact,ke-attorney-general,email,AG@example.org,bounced,2021-11-20")
            #expect(changed.changed == 1 && changed.added == 0)
            let states = try await store.database.read { db in
                try db.rows(
                    """
                    SELECT v.state, v.checked_by, e.by_name FROM official_contact_version v JOIN official_contact k ON k.id = v.contact_id
                    JOIN register_entry e ON e.position = v.entry WHERE k.normal = 'ag@example.org' ORDER BY v.version
                    """
                ).map { [try $0("state") as String, try $0("by_name") as String] }
            }
            #expect(states == [["works", "Rosa"], ["bounced", "Rosa"]])
            let contact = try await store.registered().officials["ke-attorney-general"]?.contacts.first
            #expect(contact?.isPreferred == true && contact?.language == "en")
            #expect(try await VerifyTallies(database: store.database)().ok)
        }
    }

    @Test(arguments: Engine.available)
    func `one wrong row, and nothing of the table is taken`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let result = try await store.register(
                """
                kind,key,country,title_en,receiving,channel,place,state,checked_on
                office,ke-one,KE,Attorney General,,,,,
                office,Bad Key,KE,Attorney General,,,,,
                office,ke-two,Kenya,Attorney General,,,,,
                office,ke-three,KE,,,,,,
                contact,ke-one,,,,phone,020 221 1082,,
                contact,ke-one,,,,email,ag@example.org,maybe,
                contact,ke-none,,,,email,ag@example.org,,
                mission,ke-ch,KE,High Commission,Atlantis,,,,
                office,ke-one,KE,Attorney General,,,,,30.11.2021
                person,ke-one,KE,Attorney General,,,,,
                """)
            #expect(result.problems.map(\.line) == Array(3...11))
            #expect(try await store.registered().officials.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `a dry run tells what would change and changes nothing`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let tried = try await store.register(Tables.amina, isDry: true)
            #expect(tried.added == 1)
            let register = try await store.registered()
            #expect(register.officials.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `the register written out and read in elsewhere is the same`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.register(Tables.amina)
            try await store.register(
                #"""
                key,country,title_en,title_zh-hant,name,email,x,contact_form,checked_on,note
                ke-police,KE,"Inspector General, ""acting""",總監,O'Neill =1+1,a@example.org; b@example.org,@ig_example,https://example.org/form,2021-11-01,'=cmd
                """#)
            try await store.register(
                "kind,key,country,title_en,receiving,mission_kind,accredited_from,valid_from\nmission,ke-ch,KE,Mission,CH,high_commission,DE,2020-01-01"
            )
            let register = try await store.registered(), text = CSVTable.text(register.rows)
            #expect(register.officials.count == 3)
            #expect(register.officials["ke-police"]?.facts.titles["zh-Hant"] == "總監")
            #expect(register.officials["ke-police"]?.facts.note == "=cmd")
            try await withStore(engine) { other in
                try await other.register(text)
                #expect(try await other.registered() == register)
            }
            #expect(try await store.register(text) == ImportOfficials.Result())
        }
    }

    @Test func `one office has only so many contacts, so that a hostile table ends`() async throws {
        try await withStore(.sqlite) { store in
            let rows = (0..<5_000).map { "contact,ke-one,,,email,a\($0)@example.org" }
            let result = try await store.register(
                "kind,key,country,title_en,channel,place\noffice,ke-one,KE,Attorney General,,\n" + rows.joined(separator: "\n"))
            #expect(result.problems.count == 4_800)
        }
    }

    @Test(arguments: Engine.available)
    func `a lost version is found`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.register(Tables.amina)
            try await store.tamper("DELETE FROM official_contact_version")
            #expect(try await VerifyTallies(database: store.database)().problems.count == 3)
        }
    }
}
