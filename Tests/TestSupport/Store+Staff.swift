package import Campaign
import Documents
import Storage

/// Somebody of the staff as tests need them: a session that is open, and what they come in with.
package struct StaffAtWork: Sendable {
    package let login: String
    package let password: String
    package let session: StaffSession
    package let recovery: RecoveryCodes
    package let phone: TimeCode
}

extension Store {
    /// Invites somebody, lets them choose a password and a phone, and signs them in with a code of their paper.
    package func staff(_ login: String, _ role: Role, in section: Section.Code = .international, keyring: Keyring? = nil) async throws -> StaffAtWork
    {
        let keyring = try keyring ?? .still(), bench = try PasswordBench(), password = "\(login) writes by hand"
        let token = try await AddStaffMember(database: database, world: world)(
            login, name: login.prefix(1).uppercased() + login.dropFirst(), role: role.rawValue, in: section, language: "en", by: "test")
        let accept = AcceptInvitation(database: database, world: world, keyring: keyring, bench: bench)
        let phone = try await accept.look(token ?? "").timeCode
        let recovery = try await accept(token ?? "", password: password, code: phone.code(at: world.now()))
        let signIn = SignInStaff(database: database, world: world, keyring: keyring, bench: bench)
        let session = try await signIn(login: login, password: password, code: recovery.printed[0], browser: "test")
        return StaffAtWork(login: login, password: password, session: session, recovery: recovery, phone: phone)
    }
}
