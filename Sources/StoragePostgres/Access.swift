import Storage

/// How a transaction begins and ends.
enum Access: Sendable {
    case read
    /// Of what changes slowly: lists, searches, pages.
    case readSettled
    case write(Keeping, Isolation)

    /// The channel on which commits are told; one for each schema, so that several installations may share a database.
    static let channel = "'amparo_' || current_schema()"

    var isWrite: Bool { if case .write = self { true } else { false } }

    /// Whether it is to be as if no other transaction ran beside it.
    var isAlone: Bool { if case .write(_, .alone) = self { true } else { false } }

    var begin: String {
        switch self {
        case .read: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        // a page asks some twenty questions, none of which needs to be planned anew
        case .readSettled: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL plan_cache_mode = auto"
        case .write(let keeping, let isolation): "BEGIN ISOLATION LEVEL \(isolation.level); \(Self.patience)\(isolation.planning)\(keeping.setting)"
        }
    }

    /// What a machine that went silent has locked is given back. The server would find out by itself in hours, and until then it keeps what
    /// every other serializable transaction has read, for which it has little room.
    private static let patience = "SET LOCAL idle_in_transaction_session_timeout = '10s'"

    /// Once for a session in which each statement is a transaction: a note among others, whose plan is kept.
    static let notes = "SET default_transaction_isolation = 'read committed'; SET synchronous_commit = off; SET plan_cache_mode = auto"

    /// A transaction has a number as soon as it has written; only then is there anything to tell.
    var commit: String {
        switch self {
        case .read, .readSettled, .write(.throughKills, _): "COMMIT"
        case .write(.throughPowerCuts, _): "SELECT pg_notify(\(Self.channel), '') WHERE pg_current_xact_id_if_assigned() IS NOT NULL; COMMIT"
        }
    }
}

extension Isolation {
    fileprivate var level: String {
        switch self {
        case .alone: "SERIALIZABLE"
        case .besideOthers: "READ COMMITTED"
        }
    }

    /// Few kinds of work run beside others, each some thousand times, and look for rows by their keys. For these the plans are kept; of a row
    /// that is entered every reference is looked up by such a plan, and making one takes as long as looking. A plan that is kept must not read
    /// a whole table, since the table may be a thousand times larger the next time.
    fileprivate var planning: String {
        switch self {
        case .alone: ""
        case .besideOthers: "; SET LOCAL plan_cache_mode = auto; SET LOCAL enable_seqscan = off"
        }
    }
}

extension Keeping {
    fileprivate var setting: String {
        switch self {
        case .throughPowerCuts: ""
        case .throughKills: "; SET LOCAL synchronous_commit = off"
        }
    }
}
