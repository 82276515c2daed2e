import Campaign
import Documents
import TestSupport
import Testing

/// A native file meets an action that is known.
@Suite struct RestoreTests {
    @Test(arguments: Engine.available)
    func `the same file twice changes nothing`(_ engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru { $0.actionCount = 85 })
            let files = try await store.archive()
            try await store.restore(files)
            let text = try #require(files["2021/77-21/1.en.md"])
            guard case .known = try await store.restore(text) else { return #expect(Bool(false), "taken twice") }
            #expect(try await store.archive() == files)
            #expect(try await VerifyTallies(database: store.database)().appeals == 85)
        }
    }

    @Test(arguments: Engine.available)
    func `what differs stays as it was and is told`(_ engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let files = try await store.archive()
            let text = try #require(files["2021/77-21/1.en.md"]).replacing("act_until: 2022-01-03", with: "act_until: 2022-02-02")
                .replacing("# Reporter held over a budget question", with: "# Reporter held").replacing("ag@example.org", with: "office@example.org")
            let result = try #require(try await store.restore(text))
            #expect(Set(result.imported.findings.map(\.field)) == ["expiry_date", "title", "targets"])
            #expect(try await store.archive() == files)
        }
    }

    @Test(arguments: Engine.available)
    func `an edited file adds what was not known`(_ engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(
                .wanjiru {
                    $0.issueDate = nil
                    $0.call = nil
                })
            let text = try #require(try await store.archive()["2021/77-21/1.en.md"])
                .replacing("final: false\n", with: "final: false\nissued: 2021-11-22\n")
            let result = try #require(try await store.restore(text + "\n## Call\n\nCall for her release.\n"))
            #expect(result.imported.findings.isEmpty)
            let output = try #require(try await store.action().latest)
            #expect(output.issuedOn == Day("2021-11-22"))
            #expect(output.text(in: ["en"])?.call == "Call for her release.")
        }
    }

    @Test(arguments: Engine.available)
    func `what is public changes only when somebody accepts it`(_ engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let text = try #require(try await store.archive()["2021/77-21/1.en.md"])
            await #expect(throws: ImportRefusal.alreadyPublic(.wanjiru, 1)) { try await store.restore(text, published: false) }
            let down = "---\namparo: 1\nreference: UA 77/21\nwithdrawn:\n  at: 2021-11-30T10:00:00.000Z\n  by: Noor\n  reason: asked for\n---\n"
            await #expect(throws: ImportRefusal.publicAction(.wanjiru)) { try await store.restore(down, published: false) }
            try await store.restore(down)
            await #expect(throws: ActionRefusal.withdrawn) { try await store.action() }
            await #expect(throws: ActionRefusal.alreadyWithdrawn(.wanjiru)) { try await store.restore(text) }
        }
    }

    @Test(arguments: Engine.available)
    func `a published output is a draft to whom does not accept it`(_ engine: Engine) async throws {
        let text = try await withStore(engine) { store in
            try await store.take(.wanjiru())
            return try #require(try await store.archive()["2021/77-21/1.en.md"])
        }
        try await withStore(engine) { store in
            let result = try #require(try await store.restore(text, published: false))
            #expect(!result.imported.isPublished)
        }
    }

    @Test(arguments: Engine.available, ["section: zz", "channel: pigeon", "at: yesterday"])
    func `a value that this server does not have is refused`(_ engine: Engine, _ line: String) async throws {
        try await withStore(engine) { store in
            let key = line.prefix { $0 != ":" } + ":"
            let broken = file.split(separator: "\n").map { $0.contains(key) ? $0.prefix { " -".contains($0) } + line : $0 }
            await #expect(throws: ImportRefusal.self) { try await store.restore(broken.joined(separator: "\n") + "\n") }
            let left = try await store.archive()
            #expect(left.isEmpty)
        }
    }

    private let file = """
        ---
        amparo: 1
        reference: UA 77/21
        output: 1
        kind: first
        published:
          at: 2021-11-30T10:00:00.000Z
          by: Noor
        editions:
        - section: int
          addressees:
          - role: target
            name: Amina
            contacts:
            - channel: post
              place: Nairobi
        ---
        """
}
