import Storage

extension Migration {
    /// What is to be looked at since an office has a new holder: one row for each place where an open action addresses it.
    static let officeTasks = Migration(
        "0034 office tasks",
        """
        CREATE TABLE office_task (
            id           TEXT PRIMARY KEY,
            official_id  TEXT NOT NULL REFERENCES official (id) ON DELETE CASCADE,
            holder_id    TEXT NOT NULL REFERENCES holder (id) ON DELETE CASCADE,
            addressee_id TEXT NOT NULL REFERENCES addressee (id) ON DELETE CASCADE,
            action_id    TEXT NOT NULL REFERENCES action (id) ON DELETE CASCADE,
            section      TEXT NOT NULL REFERENCES section (code),
            state        TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'left', 'replaced')),
            made_at      TEXT NOT NULL,
            made_by      TEXT NOT NULL,
            done_at      TEXT,
            done_by      TEXT,
            CHECK ((state = 'open') = (done_at IS NULL))
        )
        """,
        "CREATE UNIQUE INDEX office_task_open ON office_task (addressee_id) WHERE state = 'open'",
        "CREATE INDEX office_task_by_section ON office_task (section, state)"
    )
}
