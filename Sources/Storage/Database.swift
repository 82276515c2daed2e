/// A database that keeps what it has acknowledged, whichever engine it is.
package protocol Database: Sendable {
    var dialect: Dialect { get }

    /// Runs `body` on one unchanging view of the data. Statements that write are refused.
    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T

    /// Like ``read(_:)``, by whichever server has all that this process knows of: what it wrote, what it was told of by ``changes()``, what it
    /// read this way before. For what is costly to read and is not followed by a write.
    func readAnywhere<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T

    /// The servers that follow ours and may be read, as they are now.
    var replicas: [ReplicaState] { get }

    /// Runs `body` as one transaction, apart from others as asked, and returns after its commit is kept as asked.
    ///
    /// **The closure may run more than once** when others write the same rows: take no time, send nothing and count nothing in it. When the
    /// task is cancelled before the commit nothing of it stays. ``StorageFailure/unreachable(_:)`` alone leaves open whether it was committed.
    @discardableResult
    func write<T: Sendable>(keeping: Keeping, isolation: Isolation, _ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T

    /// The same on the thread that asks, which waits until the commit is kept, and is never one that runs tasks: for a thread of its own that
    /// writes so often that handing over to others and back would take longer than it writes.
    @discardableResult
    func writeBlocking<T>(keeping: Keeping, isolation: Isolation, _ body: (any Connection) throws -> T) throws -> T

    /// Runs one statement as a transaction of its own, beside others, on the thread that asks, and returns when it is kept ``Keeping/throughKills``:
    /// for what is noted a thousand times a second, to which a transaction's beginning and end would be most of the work.
    ///
    /// **It may be entered twice** when the line to a server breaks: only for what means the same then.
    func noteBlocking(_ statement: SQL) throws

    /// Runs `body` as one transaction in which no statement minds whether others refer to what it takes away: for a step of the schema that makes
    /// a table anew. Where at its end something refers to what is not there, nothing of it is kept.
    func remake<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T

    /// An element, within a second, after any committed write by any process: look again. One that is kept ``Keeping/throughKills`` alone may be
    /// passed over. Several writes may share one element, and one may come without a write, after a lost connection for instance. The stream
    /// ends when the database is closed.
    func changes() -> AsyncStream<Void>

    /// What the engine itself says about keeping a commit through a loss of power.
    func durability() async throws -> [DurabilitySetting]

    /// How the server stands to others that hold the same; nil for an engine without servers.
    func replication() async throws -> Replication?

    /// Has the engine overwrite or give back what was deleted, as far as it holds that in its own files. Costs as much as writing them anew.
    func overwriteDeleted() async throws

    /// Lets running work finish, refuses new work and lets go of the engine.
    func close() async
}

extension Database {
    package func readAnywhere<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await read(body)
    }

    package var replicas: [ReplicaState] { [] }

    package func replication() async throws -> Replication? { nil }

    /// Runs `body` as one transaction, as if no other ran beside it, and returns after its commit is on the disk, or kept as asked.
    @discardableResult
    package func write<T: Sendable>(
        keeping: Keeping = .throughPowerCuts, _ body: @escaping @Sendable (any Connection) throws -> T
    ) async throws -> T {
        try await write(keeping: keeping, isolation: .alone, body)
    }
}
