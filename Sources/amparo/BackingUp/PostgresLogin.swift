import Foundation

/// How PostgreSQL's own programs find a database: in their environment, so that no password stands in a list of processes.
struct PostgresLogin {
    let environment: [String: String]
    private let url: URLComponents

    /// nil for what is no address of a database.
    init?(_ address: String) {
        guard let url = URLComponents(string: address) else { return nil }
        self.url = url
        var environment: [String: String] = [:]
        environment["PGHOST"] = url.host.flatMap { $0.isEmpty ? nil : $0 }
        environment["PGPORT"] = url.port.map(String.init)
        environment["PGUSER"] = url.user
        environment["PGPASSWORD"] = url.password
        environment["PGDATABASE"] = url.path.isEmpty ? nil : String(url.path.dropFirst())
        let names = ["host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD", "dbname": "PGDATABASE", "sslmode": "PGSSLMODE"]
        for item in url.queryItems ?? [] { if let name = names[item.name] { environment[name] = item.value } }
        self.environment = environment
    }

    var database: String { environment["PGDATABASE"] ?? "" }

    /// The same server's database of another name, as an address.
    func address(of database: String) -> String {
        var other = url
        other.path = "/" + database
        other.queryItems = other.queryItems?.filter { $0.name != "dbname" }
        return other.string ?? ""
    }

    /// One of PostgreSQL's programs, told where the database is.
    func step(_ program: String, _ arguments: [String]) -> Pipeline.Step {
        Pipeline.Step(program: program, arguments: arguments, environment: environment)
    }
}
