import Documents
package import Storage

/// Takes somebody's wish to be told, to be confirmed by a link we mail.
///
/// The answer is the same and comes at the same time for an address that is unknown, waiting, confirmed or suppressed: before it there is
/// only the reading of the form, and everything else is an errand for afterwards.
package struct SignUp: Sendable {
    let database: any Database
    let world: World
    let keyring: Keyring
    let correspondence: Correspondence
    let errands: Errands

    package init(database: any Database, world: World, keyring: Keyring, correspondence: Correspondence, errands: Errands) {
        self.database = database
        self.world = world
        self.keyring = keyring
        self.correspondence = correspondence
        self.errands = errands
    }

    /// Says nothing about the address. Throws `SupporterRefusal.tooManyWaiting`.
    package func callAsFunction(_ request: SignUpRequest) throws(SupporterRefusal) {
        try errands.take { try await settle(request) }
    }

    /// Keeps the wish with the address until it is confirmed, and mails what this address is to get: a link to confirm; to one that is with
    /// us already a note that says so; nothing where mail bounced, was complained of or was stopped by staff. One letter a day.
    private func settle(_ request: SignUpRequest) async throws {
        let now = world.now(), token = world.token(), fresh = Supporter.ID.fresh(in: world), keyring = keyring
        let lookup = keyring.lookup(request.address, section: request.section.code)
        let reader = try await database.write { db -> Reader? in
            let suppression = try db.suppression(lookup)
            guard suppression?.isOwnWish ?? true else { return nil }
            let known = try db.supporter(lookup: lookup).flatMap { try db.supporter($0) }
            let reader = Reader(request, known, isBack: suppression != nil, fresh: fresh)
            if reader.isAsked { try db.keep(request, as: reader.id, lookup: lookup, keyring, isNew: known == nil, at: now) }
            let today = now.adding(seconds: -86_400)
            guard try db.countLinks(to: reader.id, .confirm, since: today) < Retention.confirmationsADay else { return nil }
            try db.insert(MailedLink(token: token, .confirm, reader.id, at: now))
            return try reader.at(db.address(of: reader.id, keyring))
        }
        guard let reader, let address = reader.address else { return }
        let link = correspondence.links
        await correspondence.post(
            reader.isAsked ? .confirm : .alreadyWithUs, to: address, of: request.section, in: reader.language, id: Digest.sha256("letter \(token)"),
            link: reader.isAsked ? link.confirm(token, reader.language, of: request.section) : link.home(reader.language, of: request.section))
    }
}

/// Who gets the letter, and which.
private struct Reader: Sendable {
    let id: Supporter.ID
    let language: Language
    /// Whether they are asked to confirm; else they are with us already, and what this form says changes nothing: anybody could have sent it.
    let isAsked: Bool
    /// The address that is kept, not the one typed now, which may be spelt so that it is another's.
    private(set) var address: MailAddress?

    init(_ request: SignUpRequest, _ known: Supporter?, isBack: Bool, fresh: Supporter.ID) {
        id = known?.id ?? fresh
        isAsked = known?.state != .confirmed || isBack
        language = isAsked ? request.preferences.language : known?.language ?? request.preferences.language
    }

    func at(_ address: MailAddress?) -> Reader {
        var reader = self
        reader.address = address
        return reader
    }
}

extension Connection {
    /// The newest wish of somebody who has not confirmed it takes the place of the one before.
    fileprivate func keep(_ request: SignUpRequest, as id: Supporter.ID, lookup: String, _ keyring: Keyring, isNew: Bool, at now: Instant) throws {
        if isNew {
            try insert(id, of: request.section.code, request.preferences, at: now)
            let sealed = keyring.sealed(request.address.text, for: IdentityPlace.address(of: id))
            try setIdentity(of: id, lookup: lookup, sealed)
        } else {
            try set(request.preferences, of: id)
        }
        try setPause(request.pausedUntil, of: id)
        try deleteWaitingPhone(of: id)
        if let number = request.phone {
            // its row is found by the supporter; nobody has a token of it
            let hash = Digest.sha256("waiting phone \(id)")
            try insert(
                PhoneCode(
                    tokenHash: hash, supporter: id, lookup: keyring.lookup(number, section: request.section.code),
                    sealed: keyring.sealed(number.text, for: IdentityPlace.phone(ofCode: hash)), codeHash: nil, sentAt: now,
                    endsAt: now.adding(seconds: Retention.unconfirmedSeconds)))
        }
        guard let wish = request.follow, let action = try? publicAction(wish.reference) else { return }
        try setFollow(of: action.id, by: id, onlyOutcome: wish.onlyOutcome, since: now.universalDay)
    }
}

extension ID where Kind == Supporter {
    /// 128 bits that tell nothing.
    static func fresh(in world: World) -> Supporter.ID {
        Supporter.ID(String(Digest.sha256(world.token()).prefix(32)))
    }
}
