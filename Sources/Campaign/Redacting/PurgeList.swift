import Foundation
package import Storage
import Documents

/// What must not come back from an old archive or backup: actions that were withdrawn, and names that were erased, as salted hashes.
///
/// One JSON object a line. It names nobody: an action by its number, a name by a hash.
package struct PurgeList: Sendable, Equatable {
    package let withdrawn: [Withdrawn]
    package let erased: [ErasedName]

    package struct Withdrawn: Sendable, Hashable, Codable {
        package let reference: String
        package let at: String
    }

    private struct Line: Codable {
        var withdrawn: Withdrawn?
        var erased: ErasedName?
    }

    package var text: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let lines = withdrawn.map { Line(withdrawn: $0) } + erased.map { Line(erased: $0) }
            return try lines.map { String(decoding: try encoder.encode($0), as: UTF8.self) + "\n" }.joined()
        }
    }

    package init(withdrawn: [Withdrawn], erased: [ErasedName]) {
        self.withdrawn = withdrawn
        self.erased = erased
    }

    /// Throws `ImportRefusal.malformed` for anything else than such a list.
    package init(_ text: String) throws {
        let lines = try text.split(whereSeparator: \.isNewline).map { line in
            guard let one = try? JSONDecoder().decode(Line.self, from: Data(line.utf8)), one.withdrawn != nil || one.erased != nil else {
                throw ImportRefusal.malformed("purge list")
            }
            return one
        }
        self.init(withdrawn: lines.compactMap(\.withdrawn), erased: lines.compactMap(\.erased))
    }
}

/// Writes the list, and applies one to a database that was restored from an older state.
package struct PurgeLists: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    package func list() async throws -> PurgeList {
        try await database.read { db in
            PurgeList(
                withdrawn: try db.withdrawnReferences().map { PurgeList.Withdrawn(reference: $0.0.printed(.slash), at: $0.1.text) },
                erased: try db.erasedNames(of: nil))
        }
    }

    /// Withdraws what was withdrawn and erases what was erased, in one transaction; for actions that are not here it is noted, so that a later import
    /// is held to it. Returns how many actions were withdrawn, and in how many places a name was erased.
    package func apply(_ list: PurgeList, by name: String) async throws -> (withdrawn: Int, places: Int) {
        let now = world.now(), newID = world.newID
        return try await database.write { db in
            var withdrawn = 0, places = 0
            for one in list.withdrawn where try db.withdraw(one, by: name, at: now, newID) { withdrawn += 1 }
            for erased in list.erased { try db.insert(erased, of: Reference(checked: erased.reference)) }
            for reference in Set(list.erased.map(\.reference)) {
                guard let row = try db.actionRow(Reference(checked: reference)) else { continue }
                places += try db.eraseAgain(in: row("id"))
                // Pictures that were there before a name was erased may show it.
                let day = list.erased.filter { $0.reference == reference }.compactMap { Day(String($0.at.prefix(10))) }.max()
                if let day { places += try db.eraseScans(ofRepliesTo: row("id"), handedInUntil: day) }
            }
            return (withdrawn, places)
        }
    }
}

extension Connection {
    /// Whether it was not withdrawn before.
    fileprivate func withdraw(_ one: PurgeList.Withdrawn, by name: String, at now: Instant, _ newID: @Sendable () -> String) throws -> Bool {
        let reference = try Reference(checked: one.reference)
        if let row = try actionRow(reference) {
            guard try !isWithdrawn(row("id")) else { return false }
            try withdraw(reference, reason: "purge list", by: name, event: newID(), at: now)
            return true
        }
        let action = Action.ID(newID())
        try insertAction(action, reference, isInvented: false, at: now)
        try insertWithdrawal(of: action, reason: "purge list", by: name, at: Instant(stored: one.at))
        try touch(action)
        try log("action.withdrawn", subject: action.text, by: name, id: newID(), at: now)
        return true
    }
}

extension Reference {
    fileprivate init(checked text: String) throws {
        guard let reference = try? Reference(text) else { throw ImportRefusal.malformed("reference") }
        self = reference
    }
}
