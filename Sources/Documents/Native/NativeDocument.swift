/// One file of Amparo's own format (docs/format.md): YAML front matter with the facts, Markdown with the words.
///
/// Nothing is read out of it by guessing: what `NativeWriter` writes of a value, `NativeReader` reads as the same value.
package enum NativeDocument: Hashable, Sendable {
    /// One output in one language.
    case output(NativeOutput)
    /// What is left of an action that was taken down.
    case withdrawal(NativeWithdrawal)

    /// The version of the format, the first thing a file says.
    package static let version = 1

    package var reference: Reference {
        switch self {
        case .output(let output): output.reference
        case .withdrawal(let withdrawal): withdrawal.reference
        }
    }

    /// Why a file of this format cannot be taken.
    package struct Malformed: Error, Equatable {
        package let reason: String

        package init(_ reason: String) {
            self.reason = reason
        }
    }
}

/// That an action was taken down. Names nobody of the case: a restored archive must not bring back what was removed.
package struct NativeWithdrawal: Hashable, Sendable {
    package var reference: Reference
    package var stamp: NativeStamp
    package var reason: String

    package init(reference: Reference, stamp: NativeStamp, reason: String) {
        self.reference = reference
        self.stamp = stamp
        self.reason = reason
    }
}

/// When something was done, as the database writes instants ("2021-11-23T09:00:00.000Z"), and by whom.
package struct NativeStamp: Hashable, Sendable, Encodable {
    package var at: String
    package var by: String

    package init(at: String, by: String) {
        self.at = at
        self.by = by
    }
}
