package import Mail
package import Storage

/// Notes what came back. Only a return path that we made counts: anybody can write a bounce.
package struct TakeBounce: Sendable {
    let database: any Database
    let world: World
    let keyring: Keyring

    package init(database: any Database, world: World, keyring: Keyring) {
        self.database = database
        self.world = world
        self.keyring = keyring
    }

    /// True when it was about one of our supporters.
    @discardableResult
    package func callAsFunction(_ bounce: Bounce) async throws -> Bool {
        guard let token = bounce.returnPathToken, let supporter = BounceToken.supporter(token, keyring) else { return false }
        let now = world.now(), event = world.newID(), status = bounce.status ?? ""
        try await database.write { db in
            switch bounce.kind {
            case .hard: try db.noteBounce(of: supporter, weight: BounceWeight.hard, at: now)
            case .soft: try db.noteBounce(of: supporter, weight: BounceWeight.soft, at: now)
            case .complaint: _ = try db.suppress(supporter, .complained, detail: "feedback report", at: now)
            }
            try db.log("mail.bounced", subject: supporter.text, by: "amparo", detail: "\(bounce.kind.rawValue) \(status)", id: event, at: now)
        }
        return true
    }
}
