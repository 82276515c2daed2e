import Documents
import Foundation
package import Storage

/// Tells by its key which program asks, and notes the day.
package struct KnowProgram: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// nil for what is no key, or none any more.
    package func callAsFunction(_ secret: String) async throws -> ProgramKey? {
        guard secret.hasPrefix(ProgramKey.prefix), secret.utf8.count <= 100 else { return nil }
        let hash = ProgramKey.hash(of: secret), today = world.now().day(in: .gmt)
        guard let key = try await database.read({ db in try db.programKey(hash: hash) }) else { return nil }
        if key.lastUsedOn != today { try await database.write { db in try db.noteUse(of: key.id, on: today) } }
        return key
    }
}
