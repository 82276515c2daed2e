import Campaign
import Storage
import Synchronization

/// The sections as the database has them, kept in memory and read again when it changed.
final class SectionDirectory: Sendable {
    private let kept: Mutex<[Section]>
    private let editions = Atomic<Int>(0)
    private let database: any Database

    init(database: any Database) async throws {
        self.database = database
        kept = try await Mutex(database.read { db in try db.sections() })
    }

    func reload() async throws {
        let sections = try await database.read { db in try db.sections() }
        kept.withLock { kept in
            guard kept != sections else { return }
            kept = sections
            editions.add(1, ordering: .sequentiallyConsistent)
        }
    }

    /// Another number whenever they are others.
    var edition: Int { editions.load(ordering: .sequentiallyConsistent) }

    var all: [Section] { kept.withLock { $0 } }

    /// The section of a host; the first one for a host nobody has. Throws when the database has no section at all.
    func section(forHost host: String) throws -> Section {
        let sections = all
        guard let section = sections.first(where: { $0.host == host }) ?? sections.first else { throw NoSection() }
        return section
    }

    subscript(code: Section.Code) -> Section? {
        all.first { $0.code == code }
    }

    struct NoSection: Error {}
}
