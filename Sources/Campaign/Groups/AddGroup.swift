package import Storage

/// Gives a group a code to report with.
package struct AddGroup: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Throws `GroupRefusal` for a name of no letters, of too many, or for a section that is not there.
    ///
    /// - Parameter place: where it writes; nil when nobody said.
    package func callAsFunction(
        _ name: String, at place: String? = nil, isSchool: Bool = false, section: Section.Code, by staff: String
    ) async throws -> WritingGroup {
        let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard name.contains(where: { $0.isLetter || $0.isNumber }) else { throw GroupRefusal.unnamed }
        guard name.utf8.count <= WritingGroup.nameLimit else { throw GroupRefusal.nameTooLong }
        let group = WritingGroup(
            id: .init(world.newID()), section: section, code: GroupCode(token: world.token()), name: name, place: place, isSchool: isSchool)
        let now = world.now(), event = world.newID()
        try await database.write { db in
            guard try db.sections().contains(where: { $0.code == section }) else { throw GroupRefusal.unknownSection(section) }
            try db.insert(group, at: now)
            try db.log("group.added", subject: group.id.text, by: staff, id: event, at: now)
        }
        return group
    }
}
