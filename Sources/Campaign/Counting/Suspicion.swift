import Storage

/// Why a report is held apart until somebody looked at it: it stands in the ledger, beside its opposite, and in no sum.
package enum Suspicion: String, Sendable, CaseIterable, Bindable, Readable {
    /// Very many came from one part of the net within an hour.
    case network
    /// Several came from there faster than anybody fills in a form.
    case tokenAge = "token_age"
    /// Very many came for one document within an hour; found by staff, since many people may have heard of a case at once.
    case hour
}

/// That a report is to be held apart from the moment it is entered.
struct Hold: Sendable, Equatable {
    /// Of the entry of opposite quantity.
    let id: Report.ID
    let suspicion: Suspicion
}
