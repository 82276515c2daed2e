import Documents
import Campaign

/// The addresses of the desk. They have no language: a staff member has one.
enum DeskLinks {
    static let today = "/desk"
    static let signIn = "/desk/sign-in"
    static let signOut = "/desk/sign-out"
    static let code = "/desk/code"
    static let actions = "/desk/actions"
    static let alerts = "/desk/alerts"
    static let jobs = "/desk/jobs"
    static let staff = "/desk/staff"
    static let me = "/desk/me"
    static let log = "/desk/log"

    static func invitation(_ token: String) -> String { "/desk/enter/\(token)" }
    static func invitationPicture(_ token: String) -> String { invitation(token) + "/code.svg" }
    static func action(_ reference: Reference) -> String { "\(actions)/\(reference.slug)" }
    static func publication(_ reference: Reference) -> String { action(reference) + "/publication" }
    static func outcome(_ reference: Reference) -> String { action(reference) + "/outcome" }
    static func withdrawal(_ reference: Reference) -> String { action(reference) + "/withdrawal" }
    static func alert(_ id: Alert.ID) -> String { "\(alerts)/\(id)" }
    static func test(_ id: Alert.ID) -> String { alert(id) + "/test" }
    static func approval(_ id: Alert.ID) -> String { alert(id) + "/approval" }
    static func stop(_ id: Alert.ID) -> String { alert(id) + "/stop" }
    static func member(_ login: LoginName) -> String { "\(staff)/\(login)" }

    /// The way back to a page of the desk, and to nowhere else: what an address asks for is not trusted.
    static func back(_ asked: String?) -> String {
        guard let asked, asked == today || asked.hasPrefix(today + "/"), !asked.contains("//"), !asked.contains("\\"),
            asked.utf8.allSatisfy({ $0 > 32 && $0 < 127 })
        else { return today }
        return asked
    }
}
