import Storage

/// A link that was mailed: it opens one thing, once, for a while. Its token is known to its reader alone; we keep a hash.
struct MailedLink: Sendable, Equatable {
    enum Purpose: String, Sendable, CaseIterable, Bindable, Readable {
        /// Of a confirmed address it stands for the letter that says so, which no link goes with: one of either a day.
        case confirm
        case signIn = "sign_in"
        case newAddress = "new_address"
        case stay
    }

    let tokenHash: String
    let purpose: Purpose
    let supporter: Supporter.ID
    /// Of a link to sign in: the mark of the code that stands in the browser which asked.
    let codeHash: String?
    /// How often a wrong code was typed.
    let attempts: Int
    /// Of a link to a new address: its lookup, and the address sealed.
    let lookup: String?
    let sealed: Sealed?
    let sentAt: Instant
    let endsAt: Instant
    let usedAt: Instant?

    init(
        token: String, _ purpose: Purpose, _ supporter: Supporter.ID, codeHash: String? = nil, lookup: String? = nil, sealed: Sealed? = nil,
        at now: Instant
    ) {
        tokenHash = Digest.sha256(token)
        self.purpose = purpose
        self.supporter = supporter
        self.codeHash = codeHash
        attempts = 0
        self.lookup = lookup
        self.sealed = sealed
        sentAt = now
        endsAt = now.adding(seconds: purpose.seconds)
        usedAt = nil
    }
}

extension MailedLink.Purpose {
    /// For how long a link of this kind opens.
    var seconds: Int {
        switch self {
        case .confirm: Retention.unconfirmedSeconds
        case .signIn: Retention.signInSeconds
        case .newAddress: Retention.newAddressSeconds
        case .stay: Retention.staySeconds
        }
    }
}
