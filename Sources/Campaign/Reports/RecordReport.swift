import Documents
import ServiceLifecycle
package import Storage

/// Enters reports in the ledger: each once per token, in groups, answered after the commit.
///
/// Runs as a service; on a graceful stop it writes what was accepted before it returns.
package struct RecordReport: Service {
    private let group: GroupCommit<Entry, ReportReceipt>
    private let world: World
    private let measures: Measures

    /// - Parameter most: how many reports one transaction takes.
    package init(database: any Database, world: World, measures: Measures = Measures(), groupsOf most: Int = 500) {
        self.init(world: world, measures: measures, groupsOf: most) { entries in
            // the sums of one case are added to by every machine at once, and a report is right whatever else is published meanwhile
            let answers = try await database.write(keeping: .throughPowerCuts, isolation: .besideOthers) { db in try db.enter(entries) }
            measures.commits().note(Double(entries.count))
            return answers
        }
    }

    /// Answers every report as counted and **keeps none**: what a benchmark sets beside the ledger.
    package static func keepingNothing(in world: World) -> RecordReport {
        RecordReport(world: world, measures: Measures(), groupsOf: 500) { entries in entries.map { _ in .success(.counted(late: false)) } }
    }

    private init(world: World, measures: Measures, groupsOf most: Int, commit: @escaping GroupCommit<Entry, ReportReceipt>.Commit) {
        self.world = world
        self.measures = measures
        group = GroupCommit(groupLimit: most, queueLimit: 20_000, commit: commit)
    }

    /// Throws `ActionRefusal`, `ReportRefusal`; anything else is a fault, and nothing was entered.
    package func callAsFunction(_ request: ReportRequest) async throws -> ReportReceipt {
        let hold = request.suspicion.map { Hold(id: Report.ID(world.newID()), suspicion: $0) }
        let entry = Entry(request: request, id: Report.ID(world.newID()), tokenHash: Digest.sha256(request.token), at: world.now(), hold: hold)
        measures.reportsWaiting.add(1)
        defer { measures.reportsWaiting.add(-1) }
        do {
            return try await group(entry)
        } catch is GroupCommitFull {
            throw ReportRefusal.tooManyWaiting
        } catch is GroupCommitStopped {
            throw ReportRefusal.stopping
        }
    }

    package func run() async {
        await withGracefulShutdownHandler {
            await group.run()
        } onGracefulShutdown: {
            group.stop()
        }
    }
}

/// A request with all that the transaction must not take from the world itself, since its body may run twice.
struct Entry: Sendable {
    let request: ReportRequest
    let id: Report.ID
    let tokenHash: String
    let at: Instant
    var hold: Hold?
}
