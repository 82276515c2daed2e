import Documents
package import Storage

/// Recomputes every tally from the ledger and compares; looks whether the register has all its versions.
package struct VerifyTallies: Sendable {
    let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    package func callAsFunction() async throws -> Verification {
        try await database.read { db in
            let kept = try db.keptTally(), ledger = try db.recomputedTally(), names = try db.outputNames(), register = try registerProblems(db)
            let wrong = Set(kept.keys).union(ledger.keys).filter { kept[$0] != ledger[$0] }
            let misplaced = try db.misplacedGroupReports(), mistaken = try db.countMistakenVoids()
            let negative = ledger.values.count { $0.appeals < 0 }
            return Verification(
                reports: ledger.values.reduce(0) { $0 + $1.reports },
                appeals: ledger.values.reduce(0) { $0 + $1.appeals },
                outputs: Verification.outputs(ledger, names),
                problems: wrong.map { problem($0, kept[$0], ledger[$0], names[$0.output]) }.sorted()
                    + (misplaced == 0 ? [] : ["\(misplaced) reports do not agree with the groups that stand beside them"])
                    + (mistaken == 0 ? [] : ["\(mistaken) entries take back another and are not its opposite"])
                    + (negative == 0 ? [] : ["\(negative) sums are below nothing"])
                    + register
            )
        }
    }
}

/// What `amparo verify` found, in the shape it prints as JSON.
package struct Verification: Sendable, Equatable, Encodable {
    package struct Sum: Sendable, Equatable, Encodable {
        package let reference: String
        package let ordinal: Int
        package let appeals: Int
    }

    package let ok: Bool
    package let reports: Int
    package let appeals: Int
    package let outputs: [Sum]
    package let problems: [String]

    init(reports: Int, appeals: Int, outputs: [Sum], problems: [String]) {
        ok = problems.isEmpty
        self.reports = reports
        self.appeals = appeals
        self.outputs = outputs
        self.problems = problems
    }

    /// The same with what another check found.
    package func adding(problems more: [String]) -> Verification {
        Verification(reports: reports, appeals: appeals, outputs: outputs, problems: problems + more)
    }

    static func outputs(_ ledger: [TallyKey: TallySum], _ names: [Output.ID: OutputName]) -> [Sum] {
        let sums = Dictionary(ledger.map { ($0.key.output, $0.value.appeals) }, uniquingKeysWith: +)
        return sums.compactMap { id, appeals in names[id].map { ($0, appeals) } }
            .sorted { $0.0 < $1.0 }
            .map { Sum(reference: $0.reference.printed(.slash), ordinal: $0.ordinal, appeals: $1) }
    }
}

/// An output by its printed reference and ordinal, for people to read.
struct OutputName: Comparable {
    let reference: Reference
    let ordinal: Int

    static func < (one: OutputName, other: OutputName) -> Bool {
        (one.reference, one.ordinal) < (other.reference, other.ordinal)
    }
}

extension Connection {
    func outputNames() throws -> [Output.ID: OutputName] {
        let rows = try outputNameRows()
        return try Dictionary(
            rows.map { (try $0("id"), OutputName(reference: try Reference($0), ordinal: try $0("ordinal"))) },
            uniquingKeysWith: { first, _ in first }
        )
    }
}

private func problem(_ key: TallyKey, _ kept: TallySum?, _ ledger: TallySum?, _ name: OutputName?) -> String {
    let output = name.map { "\($0.reference.printed(.slash)) output \($0.ordinal)" } ?? "output \(key.output)"
    let place = [key.section.rawValue, key.channel.rawValue, key.source.rawValue, key.reportedOn.text].joined(separator: ", ")
    return "\(output) (\(place)): the tally says \(kept?.appeals ?? 0) appeals in \(kept?.reports ?? 0) reports, "
        + "the ledger \(ledger?.appeals ?? 0) in \(ledger?.reports ?? 0)"
}
