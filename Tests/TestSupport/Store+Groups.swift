package import Campaign
import Documents

extension Store {
    /// A group that Ivo registers.
    package func group(_ name: String = "Letter evening Basel", in section: Section.Code = .international) async throws -> WritingGroup {
        try await AddGroup(database: database, world: world)(name, section: section, by: "Ivo")
    }

    /// What a group brings home: numbers by field, such as "77-21.1.post".
    package func groupReturn(_ numbers: [String: String], token: String? = nil, isSure: Bool = false, of group: WritingGroup) throws -> GroupReturn {
        let lines = numbers.sorted { $0.key < $1.key }.compactMap { GroupReturn.Line(field: $0.key, value: $0.value) }
        return try GroupReturn(lines, token: token ?? world.token(), isSure: isSure, of: group)
    }
}
