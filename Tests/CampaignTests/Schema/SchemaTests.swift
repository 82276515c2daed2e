import Campaign
import Storage
import TestSupport
import Testing

@Suite struct SchemaTests {
    // These are frozen at the first release: from then on a migration is never edited, and a mistake is mended by a further one.
    private static let released = [
        (name: "0001 sections", sha256: "73881f52ea6c9bd5dc6d730bcfd18f3b7a8d79c53b8bd093576af81302a9c60b"),
        (name: "0002 actions", sha256: "b26ede0d667f809e17fc7b288895d929b4fc3f700ecb6e65c1c68fd45779c472"),
        (name: "0003 texts", sha256: "376edcab715471dd0e0059376f9d8c19f9677bbd5992d0b977aa0737a0bd255e"),
        (name: "0004 editions", sha256: "03dd7e5643338c9466464d769a2be5c611bb7aac00b395d7520f172d9dd4e122"),
        (name: "0005 reports", sha256: "25effb3d2249517e8e26cd26b65ee78ea1ce47679b90dd74c4a0248a34c1d784"),
        (name: "0006 imports", sha256: "781387e4b2166e9597af68ba6661dd7702178221f30dd2090346eda34faaf2d5"),
        (name: "0007 events", sha256: "8fbb9ee138a8e6969bbf168ab941514983adb777b5e86c5afaac0871b6cb58d7"),
        (name: "0008 chains", sha256: "8a44c5d7079e4d95d1f46ef624c254ffc7ba5e88eef0eae921dd770ca2f1116e"),
        (name: "0009 postage", sha256: "9ea7f9b851926bfef28ff3adf3387a1f4527e6787b33fbbf9883f98890724a01"),
        (name: "0010 officials", sha256: "1d0b98bedde9d83eddd02e02ae254ca5a2bcbce52dafa8e689fc87f93c09fa51"),
        (name: "0011 groups", sha256: "0d6e85fa62d90a6807757805c462f89863f75ab95dd4407f74ea0b9f62d3c14a"),
        (name: "0012 jobs", sha256: "d734b684312f03df40de74f5c011445dfad5e56fe9ae411faa76e7310a9218d5"),
        (name: "0013 supporters", sha256: "ca60c05ed1d7f715a3b9e6e96f8052bb552e8884110434d4099945ef4249788e"),
        (name: "0014 alerts", sha256: "141369d8c51345ff7d404b810232664b92f206be64d33cf5c4cf59e9628a296e"),
        (name: "0015 extensions", sha256: "2227c78469e73fc1678f58ef1a60c0bfd00a3f76757212e92d37c8b2adfbd5f0"),
        (name: "0016 supporter wishes", sha256: "cb87291b61b5415ce64000a3e457ccdacc6fb01259ec643303bb77d72fd20f39"),
        (name: "0017 own country", sha256: "167e4731a8ee9b9a8bc081d99dabc304094e7b3b6d90ebffbc5ad72702f1e492"),
        (name: "0018 push", sha256: "4021aae6cd8b31f4afb1f0f2f40efb3209ba474a4290e1e99147f54354b61cef"),
        (name: "0019 staff", sha256: "bd771c805469845e986f0d5f6c79e35f746b93e8763f0044c8823c0cdcb188c3"),
        (name: "0020 alert checks", sha256: "36ab2554f543159237c1c5b3cb0d9d1e2c94ab0aa7cb4cab65a0ee1fe3ebf352"),
        (name: "0021 manuscripts", sha256: "5e72d1f0adddd9f5fc61997a7070bf44ba18412ed1006ee8b63ab00415551edd"),
        (name: "0022 follow-ups", sha256: "cab53842c92d6cad22ce81d2d6b07ced222f9c3b0cc60702a33f957fac068c15"),
        (name: "0023 reviews", sha256: "0961285c6f4d1bf818a8ce89c57eba6aa8a7ebe8b416996d78a29a2cf8d8b2a4"),
        (name: "0024 counting", sha256: "c228f2c782df48d737ebb967408ba658e641d138b1a36e5ad7c68ba0f041f4e8"),
        (name: "0025 desk rooms", sha256: "ef72c0085fcc4bc5e1afd5418fa9af7c4bb40f4028634d0488ba19505925e7bd"),
        (name: "0026 adoptions", sha256: "41c20eb4ab70304ace344a99e6233a6e08e5f3c3bd8e9ff810bd5c666b2e610b"),
        (name: "0027 deliveries by supporter", sha256: "e2f9435ad531a75a727bef17f199c10fab3d474f5e9e97c94233012f0f1eaab3"),
        (name: "0028 phones", sha256: "8c5a57c418ec52ac54c4da60d2f2fd23f118056b2851acd0bcc5a0584e4a49fa"),
        (name: "0031 erased names", sha256: "3187ba54301d391d9c832405d6ca041c887579ebd7e9036aa4cfc7296c71466f"),
        (name: "0032 translations", sha256: "bffb1eeaa19f98fbab1881818b1b51ecbd3b4ad1c9a8d065bdb75a86b71c466f"),
        (name: "0033 tally letters", sha256: "ffd53c64564f9b04e5651b941aba18a65e93d906eda10de72fb251bfb41f2253"),
        (name: "0034 office tasks", sha256: "ebd61eca596831faa4916195214bcfcd518b4503421611c3ce6df47e0ae8cd70"),
        (name: "0035 collections", sha256: "081ea9ac8ed53c3117f4b0ec153c30913be5cf0e1cb4002a4408dfd8969f3996"),
        (name: "0036 replies", sha256: "20859ec6cb7cd25890953bd66b8e976178eccdc0450e3f639572d71180555787"),
        (name: "0037 search", sha256: "657d278a6700609017db0b66754698b86868390c86df67b44d32d572a04cfcbc"),
        (name: "0038 program keys", sha256: "ece11a7eb116f093fa7da9799d041e43926d764d8e47d18e1b5ee127a8a0903b"),
        (name: "0039 webhooks", sha256: "8f1a43a13320d299c4015077477402feb288f7b0e597e4a4950051171e85afce"),
        (name: "0040 demo", sha256: "143e8a994dc75ac33fb71f36becc05860ac70e61553d5346dc3f18e407e0e0cc"),
        (name: "0041 partners", sha256: "a360f4bbb6858aad3eabdc2987bf6cc534fb267ac13c9364bff9b291e3983665"),
        (name: "0042 staff warnings", sha256: "6b31449e9a13876d98545423b2ffbd9a86456c888df67be721aad1ddbe1fe4f2"),
        (name: "0043 sharing", sha256: "a0b2dd81e87f9a5d2534c749e0ed8d138d55bef97eac8520fa1769a045f93922"),
        (name: "0044 collection marks", sha256: "4546a34fd6b5cbaecc3abc153687abcac2ed7b83e14e7d1f7003ca2717f5d495"),
        (name: "0045 reports by section", sha256: "ec4ef38cab713d570a9ba32b24b3880fea43bb764c0204f6790446f1c3a2499c"),
        (name: "0046 delivery notes", sha256: "33df027199d613e80345a6540f7d0d618980b5f160bdf3ddf025046606fc60a5"),
        (name: "0047 stretches", sha256: "8ce2f28fdce41c149e75e238bfd5306ed81e1e0d4498c9f4916d21676d938d90"),
        (name: "0048 rows by id", sha256: "422e26c343f000d2260e229e67571a9144e9102e2059448997592102de368bec"),
    ]

    /// Those that say something else to PostgreSQL.
    private static let apart = [
        "0037 search": "0e9b3a13053a6b51dde93f29f0e6ae8612761952e0833f8dd260278193f48895",
        "0047 stretches": "1e9d2c24dd35cb95fc943c80b69dd67f13c6844239834f9bdbbe4a531d1c4941",
        "0048 rows by id": "555f06f2c12151c1b2052c0baa01f09ad83469b522361724734fb662bf524c63",
    ]

    @Test func `a released migration never changes`() {
        #expect(Schema.migrations.map(\.name) == Self.released.map(\.name))
        for (migration, released) in zip(Schema.migrations, Self.released) {
            for dialect in Dialect.allCases {
                let text = migration.statements(for: dialect).map { $0.text(for: dialect) }.joined(separator: ";\n")
                let apart = dialect == .postgres ? Self.apart[migration.name] : nil
                #expect(Digest.sha256(text) == apart ?? released.sha256, "\(migration.name) on \(dialect)")
            }
        }
    }

    @Test func `migrations are numbered in their order`() {
        let numbers = Schema.migrations.map { $0.name.prefix(5) }
        #expect(numbers.allSatisfy { $0.dropLast().count == 4 && $0.dropLast().allSatisfy(\.isNumber) && $0.last == " " })
        #expect(numbers == numbers.sorted() && Set(numbers).count == numbers.count)
    }

    @Test(arguments: Engine.available)
    func `an empty database is made ready once, with the shipped sections`(on engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let open = OpenStore(database: database, world: .still(at: "2021-11-30T10:00:00.000Z"))
            try await open()
            try await open()
            let sections = try await database.read { try $0.sections() }
            #expect(sections.first?.code == .international)
            #expect(Set(sections.map(\.code)) == [.international, .american, .swiss])
            #expect(try await Migrator(Schema.migrations).status(of: database) == .current)
        }
    }

    @Test(arguments: Engine.available)
    func `a database of another age is refused and left alone`(on engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let open = OpenStore(database: database, world: .still(at: "2021-11-30T10:00:00.000Z"))
            let older = Array(Schema.migrations.dropLast())
            try await Migrator(older).migrate(database, at: "2021-11-30T10:00:00.000Z")
            await #expect(throws: OpenStore.Trouble.behind([Schema.migrations.last?.name ?? ""])) { try await open() }
            try await Migrator(Schema.migrations + [Migration("9999 to come", "CREATE TABLE later (a TEXT)")]).migrate(
                database, at: "2021-11-30T10:00:00.000Z")
            await #expect(throws: OpenStore.Trouble.ahead(["9999 to come"])) { try await open() }
        }
    }
}
