package import Documents
import Storage

/// Somebody who edits, approves or coordinates for one or more sections.
package struct StaffMember: Sendable, Equatable {
    package typealias ID = Campaign.ID<StaffMember>

    package enum State: String, Sendable, CaseIterable, Bindable, Readable {
        /// Has a link to come in with, and nothing else yet.
        case invited
        case active
        /// Comes in no more. The row stays, since the log names it.
        case ended
    }

    package let id: ID
    package let login: LoginName
    /// As colleagues know them.
    package let name: String
    package let state: State
    package let language: Language
    package let duties: Duties

    package init(id: ID, login: LoginName, name: String, state: State, language: Language, duties: Duties) {
        self.id = id
        self.login = login
        self.name = name
        self.state = state
        self.language = language
        self.duties = duties
    }
}

/// Which roles somebody has in which sections.
package struct Duties: Sendable, Equatable {
    package private(set) var roles: [Section.Code: Set<Role>] = [:]

    package init(_ roles: [Section.Code: Set<Role>] = [:]) { self.roles = roles }

    package mutating func add(_ role: Role, in section: Section.Code) {
        roles[section, default: []].insert(role)
    }

    /// Whether some role in that section allows it.
    package func allow(_ deed: Deed, in section: Section.Code) -> Bool {
        roles[section]?.contains { $0.deeds.contains(deed) } ?? false
    }

    /// The sections in which it is allowed, by their codes.
    package func sections(allowing deed: Deed) -> [Section.Code] {
        roles.keys.filter { allow(deed, in: $0) }.sorted { $0.rawValue < $1.rawValue }
    }
}
