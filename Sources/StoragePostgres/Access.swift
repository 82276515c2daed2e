import Storage

/// How a transaction begins and ends.
enum Access: Sendable {
    case read
    case write(Keeping)

    /// The channel on which commits are told; one for each schema, so that several installations may share a database.
    static let channel = "'amparo_' || current_schema()"

    var isWrite: Bool { if case .write = self { true } else { false } }

    var begin: String {
        switch self {
        case .read: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        case .write(.throughPowerCuts): "BEGIN ISOLATION LEVEL SERIALIZABLE"
        case .write(.throughKills): "BEGIN ISOLATION LEVEL SERIALIZABLE; SET LOCAL synchronous_commit = off"
        }
    }

    /// A transaction has a number as soon as it has written; only then is there anything to tell.
    var commit: String {
        switch self {
        case .read: "COMMIT"
        case .write: "SELECT pg_notify(\(Self.channel), '') WHERE pg_current_xact_id_if_assigned() IS NOT NULL; COMMIT"
        }
    }
}
