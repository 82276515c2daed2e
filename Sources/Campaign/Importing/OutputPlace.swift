import Documents

/// An output by what a document could know it by.
struct OutputPlace {
    let id: Output.ID
    var ordinal: Int
    let kind: OutputKind
    /// Whether a document said its ordinal; else the day of issue decides.
    var isNumbered: Bool
    let indexCode: String?
    let issuedOn: Day?
    let actUntil: Day?
    let isPublic: Bool

    /// The same index code; where either has none, the same kind with the same deadline or the same day of issue.
    func isSame(as draft: ActionDraft) -> Bool {
        if let indexCode, let code = draft.ownCode { return indexCode == code.printed }
        guard draft.kind == kind else { return false }
        return (actUntil != nil && actUntil == draft.expiryDate) || (issuedOn != nil && issuedOn == draft.issueDate)
    }

    /// Another index code, another kind or another day: two documents that cannot be one output.
    func differs(from draft: ActionDraft) -> Bool {
        if let indexCode, let code = draft.ownCode { return indexCode != code.printed }
        if let said = draft.kind, said != kind { return true }
        guard let issuedOn, let said = draft.issueDate else { return false }
        return issuedOn != said
    }

    func numbered(_ ordinal: Int) -> OutputPlace {
        var place = self
        (place.ordinal, place.isNumbered) = (ordinal, true)
        return place
    }
}

extension [OutputPlace] {
    /// After all of them.
    var nextOrdinal: Int { (map(\.ordinal).max() ?? 1) + 1 }

    /// Each with the ordinal it ought to have, whatever order the documents came in: numbered ones keep theirs, the others follow by their
    /// days of issue, each after the numbered ones that are not younger. One without a day comes last.
    var settled: [OutputPlace] {
        let numbered = filter(\.isNumbered)
        var taken = Set(numbered.map(\.ordinal)), last = 1
        return numbered
            + filter { !$0.isNumbered }.sorted { $0.age < $1.age }.map { place in
                let older = numbered.filter { $0.isNoYounger(than: place) }.map(\.ordinal).max() ?? 1
                var settled = place
                settled.ordinal = Swift.max(older, last) + 1
                while taken.contains(settled.ordinal) { settled.ordinal += 1 }
                taken.insert(settled.ordinal)
                last = settled.ordinal
                return settled
            }
    }
}

extension OutputPlace {
    /// What unnumbered outputs are sorted by; the index code decides between those of one day, then which came first.
    fileprivate var age: (String, String, Int) { (issuedOn?.text ?? "9999", indexCode ?? "", ordinal) }

    fileprivate func isNoYounger(than other: OutputPlace) -> Bool {
        guard let mine = issuedOn, let theirs = other.issuedOn else { return true }
        return mine <= theirs
    }
}
