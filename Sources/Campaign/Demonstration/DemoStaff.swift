/// Somebody whom every visitor of a demonstration may be at the desk. There is no admin among them: who may look after staff and programs could
/// look over the shoulders of other visitors.
package struct DemoStaff: Sendable {
    package static let all = [Role.editor, .approver, .coordinator].map(DemoStaff.init)

    package let role: Role

    /// The name they sign in with would be this one; nobody does, for they have no password that anybody knows.
    package var login: String { "demo-\(role.rawValue)" }

    /// Invented, like everything else there.
    var name: String {
        switch role {
        case .editor: "Inés Demo"
        case .approver: "Amadou Demo"
        case .coordinator: "Meret Demo"
        case .admin: "Nobody"
        }
    }

    /// - Parameter role: as a form says it.
    package init?(role: String) {
        guard let found = Self.all.first(where: { $0.role.rawValue == role }) else { return nil }
        self = found
    }

    private init(role: Role) {
        self.role = role
    }
}
