import Campaign
import Documents
import TestSupport
import Testing

/// The documents of one case end as the same chain of outputs in whatever order they come.
@Suite struct ChainTests {
    @Test(arguments: Engine.available)
    func `an outcome may come before the first output, and a translation before either`(on engine: Engine) async throws {
        let german = ActionDraft.wanjiru { ($0.language, $0.title, $0.letters) = ("de", "Journalistin in Haft", []) }
        try await expectOneChain(of: [.wanjiru(), german, .wanjiruCharged(), .wanjiruFree { $0.outputOrdinal = 3 }], on: engine) { action in
            #expect(action.outputs.map(\.kind) == [.first, .update, .outcome])
            #expect(action.outputs.first?.texts.map(\.language) == ["de", "en"])
        }
    }

    @Test(arguments: Engine.available)
    func `an update that bears only the index code of the one before it waits for that one`(on engine: Engine) async throws {
        let first = ActionDraft.wanjiru { $0.indexCode = "AFR 32/4711/2021" }
        let second = ActionDraft.wanjiruCharged { draft in
            draft.forgetCase()
            draft.outputOrdinal = nil
            (draft.indexCode, draft.previousReference) = ("AFR 32/4802/2021", "https://www.amnesty.org/en/documents/afr32/4711/2021/en/")
        }
        let third = ActionDraft.wanjiruFree { draft in
            draft.forgetCase()
            draft.outputOrdinal = nil
            draft.previousReference = "AI Index: AFR 32/4802/2021"
        }
        try await expectOneChain(of: [first, second, third], on: engine) { action in
            #expect(action.outputs.map(\.kind) == [.first, .update, .outcome])
            #expect(action.outputs[1].indexCode?.printed == "AFR 32/4802/2021")
        }
    }

    @Test(arguments: Engine.available)
    func `a first output without a number joins the update that names it as the one before`(on engine: Engine) async throws {
        let first = ActionDraft.wanjiru { draft in
            draft.forgetCase()
            draft.indexCode = "AFR 32/4711/2021"
        }
        let second = ActionDraft.wanjiruCharged { $0.previousReference = "afr32/4711/2021" }
        try await expectOneChain(of: [first, second], on: engine) { action in
            #expect(action.outputs.map(\.kind) == [.first, .update])
        }
    }

    @Test(arguments: Engine.available)
    func `updates that nobody numbered stand in the order of their days`(on engine: Engine) async throws {
        let updates = ["2021-12-06", "2021-12-13", "2021-12-20"].map { day in
            ActionDraft.wanjiruCharged { ($0.outputOrdinal, $0.issueDate, $0.expiryDate, $0.title) = (nil, Day(day), nil, "Update of \(day)") }
        }
        try await expectOneChain(of: [.wanjiru()] + updates, on: engine) { action in
            #expect(action.outputs.map(\.issuedOn?.text) == ["2021-11-22", "2021-12-06", "2021-12-13", "2021-12-20"])
        }
    }

    @Test(arguments: Engine.available)
    func `an output that nobody numbered gives way to one that says its number`(on engine: Engine) async throws {
        let unnumbered = ActionDraft.wanjiruFree { $0.outputOrdinal = nil }
        let german = ActionDraft.wanjiruFree { ($0.language, $0.outputOrdinal, $0.title) = ("de", 3, "Journalistin frei") }
        try await expectOneChain(of: [.wanjiru(), .wanjiruCharged(), unnumbered, german], on: engine) { action in
            #expect(action.outputs.map(\.kind) == [.first, .update, .outcome])
            #expect(action.outputs.last?.texts.map(\.language) == ["de", "en"])
        }
    }

    @Test(arguments: Engine.available)
    func `further information by its own number is the output after as many`(on engine: Engine) async throws {
        let third = ActionDraft.wanjiruCharged { draft in
            draft.forgetCase()
            (draft.reference, draft.outputOrdinal) = ("FI 77/21-2", nil)
        }
        try await expectOneChain(of: [.wanjiru(), third], on: engine) { action in
            #expect(action.outputs.map(\.ordinal) == [1, 3])
        }
    }

    /// Takes the drafts in every order, those that wait for another again at the end, as a batch does.
    private func expectOneChain(of drafts: [ActionDraft], on engine: Engine, _ check: (Action) -> Void) async throws {
        var chains: Set<[String]> = []
        for order in drafts.orders {
            let action = try await withStore(engine) { store in
                try await store.takeAll(order)
                return try await store.action()
            }
            chains.insert(action.outputs.map(\.shape))
            check(action)
        }
        #expect(chains.count == 1, "\(chains)")
    }
}

extension Store {
    fileprivate func takeAll(_ drafts: [ActionDraft]) async throws {
        var waiting = drafts
        while !waiting.isEmpty {
            var left: [ActionDraft] = []
            for draft in waiting {
                do { try await take(draft, accepting: true) } catch ImportRefusal.noReference { left.append(draft) }
            }
            try #require(left.count < waiting.count, "no order can join these")
            waiting = left
        }
    }
}

extension Output {
    fileprivate var shape: String {
        "\(ordinal) \(kind) \(issuedOn?.text ?? "-") \(indexCode?.printed ?? "-") \(texts.map(\.language.rawValue)) \(editions.count)"
    }
}

extension ActionDraft {
    fileprivate mutating func forgetCase() {
        (reference, series, caseNumber, caseYear) = (nil, nil, nil, nil)
    }
}

extension [ActionDraft] {
    /// All orders of them.
    fileprivate var orders: [[ActionDraft]] {
        guard count > 1 else { return [self] }
        return indices.flatMap { index in
            var others = self
            let one = others.remove(at: index)
            return others.orders.map { [one] + $0 }
        }
    }
}
