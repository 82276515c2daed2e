import StoragePostgres
import Testing

@Suite struct PostgresAddressTests {
    @Test func `several hosts are read as libpq reads them, and the one that takes writes is wanted`() {
        let address = PostgresAddress("postgres://amparo:se%40cret@first,second:5433/amparo?sslmode=verify-full")
        #expect(address.hosts == ["first", "second"])
        #expect(address.wantedServer == "read-write")
        #expect(
            address.environment == [
                "PGHOST": "first,second", "PGPORT": ",5433", "PGUSER": "amparo", "PGPASSWORD": "se@cret", "PGDATABASE": "amparo",
                "PGSSLMODE": "verify-full",
            ])
    }

    @Test func `hosts may stand in the query, and what is wanted of them, too`() {
        let address = PostgresAddress("postgresql:///amparo?host=/run/a,/run/b&port=1,2&target_session_attrs=any")
        #expect(address.hosts == ["/run/a", "/run/b"])
        #expect(address.wantedServer == "any")
        #expect(address.database == "amparo")
    }

    @Test func `of one host nothing is wanted but that it answers`() {
        #expect(PostgresAddress("postgres://db/amparo").wantedServer == "any")
    }

    @Test func `what cannot be read says nothing`() {
        let address = PostgresAddress("postgres://a:1,b:x:y/amparo?nonsense")
        #expect(!address.isReadable)
        #expect(address.environment.isEmpty)
    }

    @Test(arguments: [
        ("postgres://u:p@a:1,b:2/amparo?sslmode=require", "postgres://u:p@a:1,b:2/scratch?sslmode=require"),
        ("postgres://a", "postgres://a/scratch"),
        ("postgres:///amparo?dbname=other&host=/run/pg", "postgres:///scratch?host=/run/pg"),
    ])
    func `another database of the same server has the same address but for its name`(_ address: String, _ other: String) {
        #expect(PostgresAddress(address).address(of: "scratch") == other)
    }
}
