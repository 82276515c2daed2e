package import Documents

/// Enters all lines of a group's return, in one commit where they fit.
package struct RecordGroupReturn: Sendable {
    let record: RecordReport

    package init(record: RecordReport) {
        self.record = record
    }

    /// Throws what `RecordReport` throws when no line could be entered, and whenever the ledger itself could not: what was entered then
    /// stays, and the same form sent again counts only the rest.
    package func callAsFunction(_ sent: GroupReturn) async throws -> GroupReceipt {
        let results = try await withThrowingTaskGroup(of: (Reference, Result<ReportReceipt, any Error>).self) { tasks in
            for request in sent.requests {
                tasks.addTask { (request.reference, try await entered(request)) }
            }
            return try await tasks.reduce(into: []) { $0.append($1) }
        }
        let receipt = GroupReceipt(results)
        if receipt.counted.isEmpty, case .failure(let refusal)? = results.first?.1 { throw refusal }
        return receipt
    }

    /// A line that is refused for what it says does not stop the others; anything else does.
    private func entered(_ request: ReportRequest) async throws -> Result<ReportReceipt, any Error> {
        do {
            return .success(try await record(request))
        } catch let refusal as any Refusal where refusal.kind != .overloaded {
            return .failure(refusal)
        }
    }
}

/// What became of a group's return.
package struct GroupReceipt: Sendable, Equatable {
    /// The actions for which every line is in the ledger, now or since the form was sent before.
    package let counted: [Reference]
    /// The actions of which some line could not be taken: closed since the form was opened, or withdrawn.
    package let missed: [Reference]
    /// Whether some line had been counted already.
    package let isRepeated: Bool

    init(_ results: [(Reference, Result<ReportReceipt, any Error>)]) {
        let missed = Set(results.filter { (try? $0.1.get()) == nil }.map(\.0))
        self.missed = missed.sorted()
        counted = Set(results.map(\.0)).subtracting(missed).sorted()
        isRepeated = results.contains { (try? $0.1.get()) == .alreadyCounted }
    }
}
