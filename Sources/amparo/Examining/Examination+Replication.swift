import Storage
import StoragePostgres

extension Examination {
    /// Whether what was acknowledged outlives the machine of the database, and whether the replicas that are to be read are some.
    static func ofReplication(_ settings: Settings) async -> [Diagnosis] {
        guard case .postgres(let text) = settings.database.value else {
            return settings.replicas.value.isEmpty ? [] : [.wrong("replicas", "databaseReplicas is for PostgreSQL alone, and the database is SQLite")]
        }
        let address = PostgresAddress(text)
        guard let server = await look(text) else { return [] }  // that it is not there is said elsewhere
        var findings = following(server, address)
        for (place, replica) in settings.replicas.value.enumerated() { findings.append(await reading(replica, place + 1, server)) }
        return findings
    }

    private static func following(_ server: Replication, _ address: PostgresAddress) -> [Diagnosis] {
        if server.isReplica {
            return [.wrong("replication", "this server follows another and takes no writes: give the address of the one that does, or of both")]
        }
        if address.hosts.count > 1 && !["read-write", "primary"].contains(address.wantedServer) {
            return [
                .wrong(
                    "replication",
                    "target_session_attrs=\(address.wantedServer) may take a host that follows for the one that takes writes: leave it out")
            ]
        }
        if server.followers > 0 || server.isSynchronous {
            let follow = "\(server.followers) server\(server.followers == 1 ? " follows" : "s follow")"
            guard server.isSynchronous else {
                return [
                    .lacking(
                        "replication",
                        "\(follow), and no commit waits for any: a report that was acknowledged could be lost when one takes over; set "
                            + "synchronous_standby_names (and synchronous_commit=on) on the database's server")
                ]
            }
            guard server.followers > 0 else {
                return [.wrong("replication", "commits wait for a server that follows, and none does: nothing can be written until it is back")]
            }
            let spare = server.followers == 1 ? "; while that one is away nothing can be written, a second one would help" : ""
            return [.well("replication", "\(follow), and a commit waits for one of them\(spare)")]
        }
        guard server.machines > 1 || address.hosts.count > 1 else { return [] }
        return [
            .lacking(
                "replication",
                "Amparo runs on several machines and no server follows the database's: with its machine everything since the last backup is lost")
        ]
    }

    private static func reading(_ replica: DatabaseURL, _ number: Int, _ server: Replication) async -> Diagnosis {
        guard case .postgres(let text) = replica, let found = await look(text) else {
            return .wrong("replica \(number)", "does not answer at \(replica)")
        }
        guard found.isReplica else {
            return .lacking("replica \(number)", "\(replica) takes writes itself: reading from it relieves nobody")
        }
        return .well("replica \(number)", "follows, \(max(0, server.position - found.position)) bytes behind")
    }

    private static func look(_ address: String) async -> Replication? {
        let database = PostgresDatabase(url: address, sessions: 1)
        let found = try? await database.replication()
        await database.close()
        return found
    }
}
