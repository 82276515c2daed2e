import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct TakeRoleTests {
    @Test(arguments: Engine.available)
    func `a role that is taken holds at once, and the last international admin keeps theirs`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let take = TakeRole(database: store.database, world: store.world), look = LookAtDesk(database: store.database, world: store.world)
            let rosa = try await store.staff("rosa", .admin), lea = try await store.staff("lea", .admin, in: .swiss)
            await #expect(throws: StaffRefusal.lastAdmin) { try await take("rosa", role: "admin", in: .international, by: "rosa") }
            await #expect(throws: StaffRefusal.unfitRole("editor")) { try await take("rosa", role: "editor", in: .international, by: "rosa") }
            await #expect(throws: StaffRefusal.unknown("nobody")) { try await take("nobody", role: "editor", in: .international, by: "rosa") }
            #expect(try await look(token: lea.session.token)?.member.duties.allow(.arrange, in: .swiss) == true)
            try await take("lea", role: "admin", in: .swiss, by: "rosa")
            #expect(try await look(token: lea.session.token)?.member.duties.roles.isEmpty == true)
            _ = try await store.staff("ben", .admin)
            try await take("rosa", role: "admin", in: .international, by: "ben")
            #expect(try await look(token: rosa.session.token)?.member.duties.allow(.administer, in: .international) == false)
        }
    }
}
