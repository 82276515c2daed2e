import Storage

extension Connection {
    /// Lets go of what was saved while somebody typed: of the versions one person made within ten minutes only the last is kept. One version
    /// of every writer stays, so that it can still be told who wrote.
    func forgetSteps(of output: Output.ID, sinceApproved revision: Int) throws {
        let versions = try rows(
            "SELECT revision, by_name, at FROM manuscript_version WHERE output_id = \(output) AND revision > \(revision) ORDER BY revision"
        ).map { (revision: try $0("revision") as Int, by: try $0("by_name") as String, at: try $0("at") as Instant) }
        for (version, next) in zip(versions, versions.dropFirst())
        where version.by == next.by && version.by != Manuscript.elsewhere && next.at <= version.at.adding(seconds: 600) {
            try execute("DELETE FROM manuscript_version WHERE output_id = \(output) AND revision = \(version.revision)")
        }
    }
}
