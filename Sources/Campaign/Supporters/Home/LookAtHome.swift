import Documents
package import Storage

/// Reads all that My urgent actions shows.
package struct LookAtHome: Sendable {
    let database: any Database
    let world: World
    let keyring: Keyring

    package init(database: any Database, world: World, keyring: Keyring) {
        self.database = database
        self.world = world
        self.keyring = keyring
    }

    /// Throws `SupporterRefusal.signedOut` for a session that is unknown or over.
    package func callAsFunction(session token: String) async throws -> SupporterAtHome {
        let now = world.now(), keyring = keyring
        return try await database.read { db in
            guard let supporter = try db.supporter(session: token, at: now) else { throw SupporterRefusal.signedOut }
            return try db.home(of: supporter, at: now, keyring)
        }
    }
}

extension Connection {
    fileprivate func home(of supporter: Supporter, at now: Instant, _ keyring: Keyring) throws -> SupporterAtHome {
        let today = now.day(in: try section(supporter.section).timeZone), follows = try follows(of: supporter.id)
        let followed = try actions(followedBy: supporter.id, shownBy: supporter.section)
        return SupporterAtHome(
            supporter: supporter,
            address: try address(of: supporter.id, keyring),
            phone: try phone(of: supporter.id, keyring),
            sharingSince: try sharing(of: supporter.id)?.since,
            suppressed: try lookup(of: supporter.id).flatMap { try suppression($0) },
            follows: followed.sorted(openFirst: today).compactMap { action in
                follows[action.reference].map { FollowedAction(action: action, onlyOutcome: $0.onlyOutcome, since: $0.since) }
            },
            dueSoon: try actionsTakingLetters(on: today, shownBy: supporter.section)
                .filter { $0.actUntil.map { $0 <= today.adding(days: SupporterAtHome.soonDays) } ?? false }
                .filter { try follows[$0.reference] != nil || wants($0, supporter) },
            history: try history(of: supporter.id)
        )
    }

    /// Which ways an action can be written by is not asked here: a page that shows too much is better than one that hides.
    private func wants(_ action: ActionSummary, _ supporter: Supporter) throws -> Bool {
        guard supporter.pace != .none else { return false }
        let topics = supporter.choices.topics.isEmpty ? [] : try topics(of: action.reference)
        return supporter.choices.include(Matter(countries: Set(action.countries), topics: topics, channels: []))
    }
}

extension [ActionSummary] {
    /// Those that take letters by their deadline, then the others, the newest first.
    fileprivate func sorted(openFirst today: Day) -> [ActionSummary] {
        let open = filter { $0.takesLetters(on: today) }, over = filter { !$0.takesLetters(on: today) }
        return open.sorted { ($0.actUntil?.text ?? "") < ($1.actUntil?.text ?? "") }
            + over.sorted { ($0.issuedOn?.text ?? "") > ($1.issuedOn?.text ?? "") }
    }
}
