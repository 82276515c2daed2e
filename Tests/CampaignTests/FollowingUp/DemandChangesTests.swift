import Documents
import TestSupport
import Testing

@testable import Campaign

@Suite struct DemandChangesTests {
    @Test func `a demand is kept whatever its capitals and points, and any other word makes it new`() {
        let changes = DemandChanges(
            from: ["Release her at once.", "Let her see a doctor", "Publish the budget."],
            to: ["RELEASE HER, AT ONCE", "Let her see a lawyer", "Drop the charge."])
        #expect(changes.kept == ["RELEASE HER, AT ONCE"])
        #expect(changes.new == ["Let her see a lawyer", "Drop the charge."])
        #expect(changes.dropped == ["Let her see a doctor", "Publish the budget."])
        #expect(DemandChanges(from: ["أطلقوا سراحها."], to: ["أطلقوا سراحها"]).isEmpty)
    }

    @Test func `the first document, an information and another language have nothing to compare`() async throws {
        try await withStore(.sqlite) { store in
            try await store.take(.wanjiru { $0.demands = ["Release her."] })
            try await store.take(.wanjiruCharged { $0.demands = ["Drop the charge."] })
            let action = try await store.action()
            #expect(action.demandChanges(of: action.outputs[0], in: "en") == nil)
            #expect(action.demandChanges(of: action.outputs[1], in: "de") == nil)
            #expect(action.demandChanges(of: action.outputs[1], in: "en")?.dropped == ["Release her."])
        }
    }
}
