import Storage

/// What is done about entries of the ledger. Each is a further entry, and nothing is ever taken out.
package enum Correction: String, Sendable, CaseIterable {
    /// Takes counted entries out of the sum, as long as nobody knows whether they are true.
    case hold
    /// Takes counted or held entries out of the sum for good.
    case void
    /// Puts held or voided entries back.
    case restore

    /// The token of the entry it makes; the same again for the same entry, so that nothing is corrected twice.
    func tokenHash(of entry: Report.ID) -> String {
        Digest.sha256(self == .restore ? "restore \(entry)" : "void \(entry)")
    }

    var eventName: String {
        switch self {
        case .hold: "report.held"
        case .void: "report.voided"
        case .restore: "report.restored"
        }
    }
}

/// What stands beside an entry that corrects another.
struct CorrectionNote: Sendable {
    let report: Report.ID
    let kind: CorrectedState
    /// The entry it takes back, or the taking back that it undoes.
    let about: Report.ID
    let suspicion: Suspicion?
    let reason: String
    let by: String
}

/// What became of an entry.
package enum CorrectedState: String, Sendable, CaseIterable, Bindable, Readable {
    case counted, held, voided, restored
}
