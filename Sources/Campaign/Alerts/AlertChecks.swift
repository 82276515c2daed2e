/// Who wrote a draft, and who looked at it before it goes out.
package struct AlertChecks: Sendable, Equatable {
    /// "amparo" for a draft that an event asked for.
    package var composedBy: String?
    package var testedAt: Instant?
    package var testedBy: String?
    package var readAt: Instant?
    package var readBy: String?
    /// Approved by one who wrote or published it, since it could not wait.
    package var isEmergency = false
}

/// How many people stand behind an alert that goes out.
package enum Eyes: String, Sendable, Equatable {
    /// Somebody who neither published nor wrote it approved it.
    case four
    /// One person, and nobody else of the section's staff may send.
    case alone
    /// One person, since it could not wait.
    case emergency
}

extension Eyes {
    /// - Parameters:
    ///   - approver: who lets it go.
    ///   - authors: who published, wrote or changed what it tells of.
    ///   - others: how many staff members besides the approver may send for the section.
    init(approver: String, authors: Set<String>, others: Int, isEmergency: Bool) throws(AlertRefusal) {
        if !authors.contains(approver) {
            self = .four
        } else if isEmergency {
            self = .emergency
        } else if others == 0 {
            self = .alone
        } else {
            throw .sameEyes
        }
    }
}
