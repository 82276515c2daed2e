import Documents
import Foundation
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct PasswordTests {
    private static let python = URL(filePath: FileManager.default.currentDirectoryPath).appending(path: ".venv/bin/python").path

    private func at(_ person: StaffAtWork, _ store: Store) async throws -> AtDesk {
        try #require(try await LookAtDesk(database: store.database, world: store.world)(token: person.session.token))
    }

    private func key(_ judge: JudgePassword, _ password: String, _ store: Store) async throws -> String? {
        let (member, sections) = try await store.database.read { db in (try #require(try db.staffMembers().first), try db.sections()) }
        return await judge.problem(password, of: member, among: sections)?.key
    }

    @Test(arguments: ["password1234", "iloveyou2021", "qwertyuiop12", "1q2w3e4r5t6y", "liverpool2020", "Pa$$w0rd1234"])
    func `what is tried first everywhere is refused`(password: String) async throws {
        try await withStore(.sqlite) { store in
            _ = try await store.staff("rosa", .editor)
            #expect(try await key(JudgePassword(python: Self.python), password, store) != nil)
        }
    }

    @Test func `what is made of the place and the person is refused, also where nothing counts guesses`() async throws {
        try await withStore(.sqlite) { store in
            _ = try await store.staff("rosa", .editor)
            let name = try await store.database.read { db in try #require(try db.sections().first { $0.code == .international }) }.name
            for password in ["Amparo-2026!", "rosa1234567", "\(name) 1!", "urgent action 7"] {
                #expect(try await key(JudgePassword(python: nil), password, store) == "desk.problem_password_ours", "\(password)")
            }
            for judge in [JudgePassword(python: nil), JudgePassword(python: Self.python), JudgePassword(python: "/no/such/python")] {
                #expect(try await key(judge, "a heron stands in the reeds", store) == nil)
                #expect(try await key(judge, "rosa writes by hand", store) == nil)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `an own new password ends all other sessions, and the old one opens nothing`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let rosa = try await store.staff("rosa", .editor), bench = try PasswordBench(),
                look = LookAtDesk(database: store.database, world: store.world)
            let signIn = SignInStaff(database: store.database, world: store.world, keyring: try .still(), bench: bench)
            let other = try await signIn(login: "rosa", password: rosa.password, code: rosa.recovery.printed[1], browser: "")
            let change = ChangePassword(database: store.database, world: store.world, bench: bench, judge: JudgePassword(python: nil))
            let token = try await change(at(rosa, store), old: rosa.password, new: "a heron stands in the reeds")
            #expect(try await look(token: token) != nil)
            for gone in [rosa.session.token, other.token] { #expect(try await look(token: gone) == nil) }
            await #expect(throws: StaffRefusal.wrong) {
                try await signIn(login: "rosa", password: rosa.password, code: rosa.recovery.printed[2], browser: "")
            }
            _ = try await signIn(login: "rosa", password: "a heron stands in the reeds", code: rosa.recovery.printed[3], browser: "")
            let events = try await store.database.read { try $0.events(before: nil, limit: 20) }.map(\.event.name)
            #expect(events.contains("staff.passwordChanged"))
        }
    }

    @Test(arguments: Engine.available)
    func `a wrong old password counts like any wrong attempt, and an unfit new one changes nothing`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let rosa = try await store.staff("rosa", .editor), desk = try await at(rosa, store)
            let change = ChangePassword(database: store.database, world: store.world, bench: try PasswordBench(), judge: JudgePassword(python: nil))
            await #expect(throws: FormProblems.self) { try await change(desk, old: rosa.password, new: "amparo 2026") }
            await #expect(throws: FormProblems.self) { try await change(desk, old: rosa.password, new: "short") }
            for _ in 1...5 { await #expect(throws: FormProblems.self) { try await change(desk, old: "not the one", new: "a heron in the reeds") } }
            let until = store.world.now().adding(seconds: 30)
            await #expect(throws: StaffRefusal.wait(until: until)) { try await change(desk, old: rosa.password, new: "a heron in the reeds") }
            #expect(try await LookAtDesk(database: store.database, world: store.world)(token: rosa.session.token) != nil)
        }
    }

    @Test func `who finds the line of passwords full is told so at once`() async throws {
        let bench = try PasswordBench(line: 3), password = try #require(Password("a heron stands in the reeds"))
        let answers = await withTaskGroup(of: StaffRefusal?.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    do throws(StaffRefusal) { _ = try await bench.matches(password, nil) } catch { return error }
                    return nil
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.contains(.busy) && answers.contains(nil))
        _ = try await bench.hash(password)
    }
}
