import CPostgres

/// The types that are told apart, by the numbers PostgreSQL has given them for good.
extension Oid {
    static let unspecified: Oid = 0
    static let boolean: Oid = 16
    static let bytes: Oid = 17
    static let bigint: Oid = 20
    static let smallint: Oid = 21
    static let integer: Oid = 23
    static let text: Oid = 25
    static let single: Oid = 700
    static let double: Oid = 701
    static let numeric: Oid = 1700
}
