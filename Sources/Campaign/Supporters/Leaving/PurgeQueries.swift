import Storage

extension Connection {
    /// Everything that hangs on a supporter goes with them, and who is not mailed any more. How many supporters there were.
    ///
    /// PostgreSQL gives the files back with the transaction; what SQLite deletes lies in its file until `overwriteDeleted`.
    func purgeSupporters() throws -> Int {
        let count: Int = try row("SELECT COUNT(*) AS supporters FROM supporter")?("supporters") ?? 0
        switch dialect {
        case .postgres: try execute("TRUNCATE supporter, suppression, delivery_note, delivery_stretch CASCADE")
        case .sqlite:
            try execute("DELETE FROM supporter")
            try execute("DELETE FROM suppression")
            try execute("DELETE FROM delivery_note")
            try execute("DELETE FROM delivery_stretch")
        }
        return count
    }

    /// What the keys sealed besides, and the mark by which other keys would be refused.
    func purgeSeals() throws {
        try execute(
            """
            UPDATE staff SET state = \(StaffMember.State.invited), password_hash = NULL, key_id = NULL, sealed = NULL
            WHERE state = \(StaffMember.State.active)
            """
        )
        try execute("UPDATE staff SET key_id = NULL, sealed = NULL")
        try execute("DELETE FROM staff_recovery")
        try execute("DELETE FROM staff_session")
        try execute("DELETE FROM keyring_mark")
    }
}
