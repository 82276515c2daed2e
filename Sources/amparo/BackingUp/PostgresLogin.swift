import StoragePostgres

/// How PostgreSQL's own programs find a database: in their environment, so that no password stands in a list of processes.
struct PostgresLogin {
    private let url: PostgresAddress

    /// nil for what is no address of a database.
    init?(_ address: String) {
        url = PostgresAddress(address)
        guard url.isReadable else { return nil }
    }

    /// Of several hosts, the programs work on the one that takes writes, as we do.
    var environment: [String: String] {
        url.environment.merging(["PGTARGETSESSIONATTRS": url.wantedServer]) { given, _ in given }
    }

    var database: String { url.database }

    /// The same server's database of another name, as an address.
    func address(of database: String) -> String { url.address(of: database) }

    /// One of PostgreSQL's programs, told where the database is.
    func step(_ program: String, _ arguments: [String]) -> Pipeline.Step {
        Pipeline.Step(program: program, arguments: arguments, environment: environment)
    }
}
