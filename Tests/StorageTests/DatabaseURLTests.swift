import Storage
import Testing

@Suite struct DatabaseURLTests {
    @Test func `a path and a server are told apart`() throws {
        #expect(try DatabaseURL("sqlite:/var/lib/a.sqlite") == .sqlite(path: "/var/lib/a.sqlite"))
        #expect(try DatabaseURL("postgres://db/amparo") == .postgres("postgres://db/amparo"))
    }

    @Test(arguments: ["", "sqlite:", "amparo.sqlite", "mysql://db/amparo", "postgres:db"])
    func `anything else is refused`(_ text: String) {
        #expect(throws: DatabaseURL.Malformed.self) { try DatabaseURL(text) }
    }

    @Test(arguments: [
        ("postgres://ana:secret@db:5432/amparo", "postgres://ana:•••@db:5432/amparo"),
        ("postgres://ana:se@cr:et/@db/amparo", "postgres://ana:•••@db/amparo"),
        ("postgresql:///amparo?host=/run/pg&user=ana&password=secret", "postgresql:///amparo?host=/run/pg&user=ana&password=•••"),
        ("postgres://db/amparo?sslpassword=secret&sslmode=require", "postgres://db/amparo?sslpassword=•••&sslmode=require"),
        ("postgres://ana:sec?ret@db/amparo", "postgres://ana:•••@db/amparo"),
        ("postgres://ana@db/amparo", "postgres://ana@db/amparo"),
    ])
    func `printing it hides the password`(_ address: String, _ printed: String) throws {
        let url = try DatabaseURL(address)
        #expect("\(url)" == printed)
        #expect(String(reflecting: url) == printed)
    }
}
