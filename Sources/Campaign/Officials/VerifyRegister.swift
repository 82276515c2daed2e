import Storage

/// What must hold of the register: nothing in it was overwritten or lost, and a printed contact is joined to one that is the same.
func registerProblems(_ db: any Connection) throws -> [String] {
    try db.registerGaps().map { "the register's \($0.kind) \($0.id) has lost a version" }
        + db.wrongLinks().map { "a printed contact of addressee \($0) is joined to another contact of the register" }
}
