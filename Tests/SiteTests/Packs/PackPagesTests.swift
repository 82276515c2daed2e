import Campaign
import Documents
import TestSupport
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(5))) struct PackPagesTests {
    @Test func `without a program that makes PDFs the page says so and has no form`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let page = try await amparo.get("/en/pack")
            #expect(page.status == 200)
            #expect(page.words.contains("no program that makes PDF files"))
            #expect(!page.forms.contains("/en/pack"))
            let answer = try await amparo.post("/en/pack", [("n.77-21.1", "3"), ("to.77-21", "1"), ("in.77-21", "en")])
            #expect(answer.status == 501)
        }
    }

    @Test func `what is closed, replaced or withdrawn is refused`() async throws {
        try await withAmparo(at: "2021-12-06T10:00:00.000Z") { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.store.take(.wanjiruCharged())
            try await amparo.store.take(.bishnu(serial: 12, until: "2021-12-01"))
            try await amparo.store.take(.bishnu(serial: 13, until: "2022-03-01"))
            try await amparo.store.withdraw(.bishnu(13))
            for (field, slug, status) in [
                ("n.77-21.1", "77-21", 409), ("n.12-21.1", "12-21", 409), ("n.13-21.1", "13-21", 410), ("n.99-21.1", "99-21", 404),
            ] {
                let answer = try await amparo.post("/en/pack", [(field, "3"), ("to.\(slug)", "1"), ("in.\(slug)", "en")])
                #expect(answer.status == status, "\(field)")
            }
        }
    }

    @Test func `wrong numbers, too many letters and an unknown group are told beside their fields`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let ticked = [("to.77-21", "1"), ("in.77-21", "en")]
            for (fields, link, words) in [
                ([("n.77-21.1", "101")] + ticked, "#n.77-21.1", "from 1 to 100"), ([("n.77-21.1", "many")] + ticked, "#n.77-21.1", "from 1 to 100"),
                ([("n.77-21.1", "3")], "#n.77-21.1", "at least one addressee"), (ticked, "#cases", "Say for at least one case"),
                ([("n.77-21.1", "3"), ("to.77-21", "9"), ("in.77-21", "en")], "#cases", "at least one addressee"),
                ([("n.77-21.1", "3"), ("group", "K7QM-3XV0")] + ticked, "#group", "No group here has the code"),
                ([("n.77-21.1", "60"), ("in.77-21", "sw")] + ticked, "#cases", "120 letters"),
            ] as [([(String, String)], String, String)] {
                let page = try await amparo.post("/en/pack", fields)
                #expect(page.status == 422, "\(words)")
                #expect(page.links.contains(link), "\(words)")
                #expect(page.words.contains(words), "\(words)")
            }
        }
    }

    @Test func `a pack greets each addressee as the case does, and leads to the group's report on the section's host`() async throws {
        try await withSite { pages in
            try await pages.store.take(.wanjiru { $0.makeRich() })
            let group = try await pages.store.group(), view = try await pages.view(for: pages.reader())
            let fields = [
                ("n.77-21.1", "4"), ("to.77-21", "1"), ("to.77-21", "2"), ("in.77-21", "en"), ("in.77-21", "sw"), ("paper", "letter"),
                ("envelopes", "dl"),
            ]
            let reader = try pages.reader(),
                choice = try PackChoice(FormBody(fields.map { FormBody.Field(name: $0.0, value: $0.1) }), for: reader.section)
            #expect(choice.paper == .letter && choice.window == .din5008 && choice.envelope == .dl)
            let making = try PackMaking(
                compose: ComposeLetter(salutations: Salutations()), origins: pages.site.origins, group: group, reader: reader)
            let pack = making.pack(choice, [view]), one = try #require(pack.cases.first)
            #expect(one.letters.map(\.letter.language.rawValue) == ["en", "sw", "en", "sw"])
            #expect(pack.letterCount == 16)
            #expect(one.letters[0].letter.greeting == view.output.letters.first { $0.language == "en" }?.greeting)
            #expect(one.letters[2].letter.greeting != one.letters[0].letter.greeting)
            #expect(one.letters.allSatisfy { $0.letter.name.allSatisfy { $0 == "_" } && $0.letter.dateLine.contains("____") })
            #expect(one.report.address == "http://localhost:0/en/actions/77-21/report?group=\(group.code.text)")
            #expect(pack.report?.address == "http://localhost:0/en/groups/\(group.code.text)?actions=77-21")
            #expect(pack.words.subtitle.contains("Letter evening Basel"))
        }
    }

    @Test func `packs are made one after the other, a few wait, and more are told to come again`() async throws {
        let turns = PackTurns(), gate = AsyncStream.makeStream(of: Void.self)
        try await withThrowingTaskGroup(of: Bool.self) { tasks in
            for _ in 0..<10 {
                tasks.addTask {
                    do {
                        try await turns { for await _ in gate.stream { break } }
                        return true
                    } catch PressRefusal.busy {
                        return false
                    }
                }
            }
            var refused = 0
            while refused < 10 - 1 - PackTurns.line, let isMade = try await tasks.next() { refused += isMade ? 0 : 1 }
            #expect(refused == 6)
            gate.continuation.finish()
            let made = try await tasks.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            #expect(made == 1 + PackTurns.line)
        }
        #expect(try await turns { 1 } == 1)
    }
}
