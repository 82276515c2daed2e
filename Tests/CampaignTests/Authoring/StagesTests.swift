import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct StagesTests {
    @Test(arguments: Engine.available)
    func `what somebody else approved is published, and an alert is asked for`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let reference = try await store.approved()
            #expect(try await store.publishFromDesk(reference) == [1])
            #expect(try await store.action(reference).latest?.publishedAt == store.world.now())
            #expect(try await store.database.read { try $0.jobs() }.map(\.kind) == [DraftAlerts.kind])
        }
    }

    @Test(arguments: Engine.available)
    func `nothing leaves the desk before it is approved`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let reference = try await store.begin()
            _ = try await store.address(reference)
            await #expect(throws: ManuscriptRefusal.not(.draft)) { try await store.publishFromDesk(reference) }
            try await store.move(.ask, reference)
            await #expect(throws: ManuscriptRefusal.not(.review)) { try await store.publishFromDesk(reference) }
        }
    }

    @Test(arguments: Engine.available)
    func `whoever wrote any of it does not approve it`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let reference = try await store.begin()
            _ = try await store.address(reference)
            try await store.type(["lead": "Ben's comma."], into: .text("en"), of: reference, by: store.ben)
            try await store.move(.ask, reference)
            let seen = try await store.opened(reference).manuscript.revision
            for member in [store.rosa, store.ben] {
                await #expect(throws: ManuscriptRefusal.ownWords) {
                    try await store.move(.approve(seen: seen, isEmergency: false), reference, by: member)
                }
            }
            let eva = StaffMember.ID("eva")
            #expect(try await store.move(.approve(seen: seen, isEmergency: false), reference, by: eva).approvedBy == "eva")
        }
    }

    @Test(arguments: Engine.available)
    func `an edit takes the approval back, and only what came since counts against the next approver`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let reference = try await store.approved()
            try await store.type(["lead": "One more word."], into: .text("en"), of: reference, by: store.ben)
            #expect(try await store.opened(reference).manuscript.state == .draft)
            await #expect(throws: ManuscriptRefusal.not(.draft)) { try await store.publishFromDesk(reference) }
            try await store.move(.ask, reference, by: store.ben)
            let seen = try await store.opened(reference).manuscript.revision
            await #expect(throws: ManuscriptRefusal.ownWords) {
                try await store.move(.approve(seen: seen, isEmergency: false), reference, by: store.ben)
            }
            #expect(try await store.move(.approve(seen: seen, isEmergency: false), reference).state == .approved)
        }
    }

    @Test(arguments: Engine.available)
    func `rows that were changed behind the desk are not what was approved`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let reference = try await store.approved()
            try await store.tamper("UPDATE text SET headline = 'Another' WHERE language = 'en'")
            await #expect(throws: ManuscriptRefusal.not(.draft)) { try await store.publishFromDesk(reference) }
            // the refusal leaves nothing behind; looking at it does
            #expect(try await store.opened(reference).manuscript.writtenBy == Manuscript.elsewhere)
        }
    }

    @Test(arguments: Engine.available)
    func `what changed while somebody read it is read again`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let reference = try await store.begin()
            _ = try await store.address(reference)
            try await store.move(.ask, reference)
            let seen = try await store.opened(reference).manuscript.revision
            try await store.type(["lead": "Late."], into: .text("en"), of: reference)
            await #expect(throws: ManuscriptRefusal.changedSince(seen + 1)) {
                try await store.move(.approve(seen: seen, isEmergency: false), reference, by: store.ben)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `an emergency passes with one person, and says so for good`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let reference = try await store.begin()
            _ = try await store.address(reference)
            let seen = try await store.opened(reference).manuscript.revision
            #expect(try await store.move(.approve(seen: seen, isEmergency: true), reference).isEmergency)
            #expect(try await store.publishFromDesk(reference) == [1])
            let names = try await store.database.read { try $0.events(before: nil, limit: 50) }.map(\.event.name)
            #expect(names.contains("manuscript.approvedInEmergency"))
        }
    }

    @Test(arguments: Engine.available)
    func `what has nobody to write to is not approved, in no emergency either`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let reference = try await store.begin()
            await #expect(throws: ManuscriptRefusal.incomplete) { try await store.move(.approve(seen: 1, isEmergency: true), reference) }
        }
    }

    @Test(arguments: Engine.available)
    func `a cancelled case takes no word, is published by no command, and can be taken up again`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let reference = try await store.begin()
            _ = try await store.address(reference)
            try await store.move(.cancel(reason: "released before issue"), reference)
            await #expect(throws: ManuscriptRefusal.not(.cancelled)) { try await store.type(["lead": "X"], into: .text("en"), of: reference) }
            await #expect(throws: ActionRefusal.alreadyPublished(reference)) { try await store.publish(reference) }
            await #expect(throws: ManuscriptRefusal.not(.cancelled)) {
                try await PublishAction(database: store.database, world: store.world)(reference, ordinal: 1, by: "Ivo")
            }
            #expect(try await store.move(.resume, reference).state == .draft)
            #expect(try await store.publish(reference) == [1])
        }
    }

    @Test(arguments: Engine.available)
    func `a moment publishes once, however many processes look`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let reference = try await store.approved(), moment = store.world.now().adding(seconds: 3_600)
            try await store.move(.schedule(moment), reference, by: store.ben)
            let job = try #require(try await store.database.read { try $0.jobs() }.first { $0.kind == PublishScheduled.kind })
            #expect(job.dueAt == moment)
            let publish = PublishScheduled(database: store.database, world: store.world)
            try await publish(job)
            await #expect(throws: ActionRefusal.self) { try await store.action(reference) }
            store.advance(seconds: 3_601)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 1...4 { group.addTask { try await publish(job) } }
                try await group.waitForAll()
            }
            #expect(try await store.action(reference).latest?.publishedAt != nil)
            let events = try await store.database.read { try $0.events(before: nil, limit: 50) }.filter { $0.event.name == "action.published" }
            #expect(events.count == 1 && events.first?.event.by == "ben")
        }
    }

    @Test(arguments: Engine.available)
    func `a moment that was taken back, moved, or overtaken by an edit publishes nothing`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let reference = try await store.approved(), moment = store.world.now().adding(seconds: 3_600)
            try await store.move(.schedule(moment), reference, by: store.ben)
            let job = try #require(try await store.database.read { try $0.jobs() }.first { $0.kind == PublishScheduled.kind })
            try await store.move(.schedule(moment.adding(seconds: 60)), reference, by: store.ben)
            store.advance(seconds: 3_601)
            let publish = PublishScheduled(database: store.database, world: store.world)
            try await publish(job)
            await #expect(throws: ActionRefusal.self) { try await store.action(reference) }
            try await store.type(["lead": "Changed."], into: .text("en"), of: reference)
            store.advance(seconds: 61)
            for job in try await store.database.read({ try $0.jobs() }) where job.kind == PublishScheduled.kind { try await publish(job) }
            await #expect(throws: ActionRefusal.self) { try await store.action(reference) }
        }
    }

    @Test(arguments: Engine.available)
    func `an embargo holds against everybody at the desk until its moment`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let reference = try await store.approved(), end = store.world.now().adding(seconds: 60)
            try await store.move(.embargo(end), reference, by: store.ben)
            await #expect(throws: ManuscriptRefusal.embargoed(end)) { try await store.publishFromDesk(reference) }
            await #expect(throws: ManuscriptRefusal.embargoed(end)) {
                try await store.move(.schedule(store.world.now().adding(seconds: 30)), reference, by: store.ben)
            }
            store.advance(seconds: 61)
            #expect(try await store.publishFromDesk(reference) == [1])
        }
    }

    @Test(arguments: Engine.available)
    func `somebody else's hold is told and can be taken over, and ends by itself`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let reference = try await store.begin(), open = OpenManuscript(database: store.database, world: store.world)
            _ = try await open(reference, 1, for: .international, by: store.rosa, isWriting: true)
            let met = try await open(reference, 1, for: .international, by: store.ben, isWriting: true).manuscript
            #expect(met.hold(besides: store.ben, at: store.world.now())?.by == "rosa")
            #expect(try await store.move(.takeOver, reference, by: store.ben).hold?.by == "ben")
            store.advance(seconds: Manuscript.holdSeconds + 1)
            let later = try await open(reference, 1, for: .international, by: store.rosa, isWriting: true).manuscript
            #expect(later.hold?.by == "rosa")
        }
    }

    @Test func `of what one person saved while typing only the last stays once a review is asked for`() async throws {
        try await withStore(.sqlite) { store in
            let reference = try await store.begin()
            for word in ["One", "One two", "One two three"] { try await store.type(["lead": word], into: .text("en"), of: reference) }
            store.advance(seconds: 3_600)
            try await store.type(["lead": "Later"], into: .text("en"), of: reference, by: store.ben)
            let opened = try await store.move(.ask, reference)
            let versions = try await store.database.read { try $0.versions(of: opened.output) }
            #expect(versions.map(\.revision) == [5, 4] && Set(versions.map(\.by)) == ["rosa", "ben"])
        }
    }
}
