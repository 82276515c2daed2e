import Campaign
import Storage
import StoragePostgres

extension Examination {
    /// Whether the database answers, fits the program and keeps what it acknowledges.
    static func ofDatabase(_ settings: Settings) async -> [Diagnosis] {
        if settings.lacksFile { return [.well("database", "not there yet; serve and import make it")] }
        do {
            return try await Store.with(settings, .any) { store in
                let schema = try await schema(store.database)
                let isCurrent = schema.finding == "current"
                let identities = isCurrent ? try await identities(store.database, settings) + browsers(store.database, settings) : []
                return [.well("database", "answers"), schema] + (try await store.database.durability().map(durability)) + identities
            }
        } catch {
            return [.wrong("database", Complaint(error).sentences.joined(separator: " "))]
        }
    }

    /// Whether somebody on the way to the database could read along: libpq does without TLS, and takes any certificate, unless it is told.
    static func ofDatabaseLine(_ settings: Settings) -> [Diagnosis] {
        guard case .postgres(let text) = settings.database.value else { return [] }
        let address = PostgresAddress(text), mode = address.environment["PGSSLMODE"] ?? "prefer"
        let isNear = address.hosts.allSatisfy { $0.hasPrefix("/") || ["localhost", "127.0.0.1", "::1", "[::1]"].contains($0) }
        guard !isNear else { return [] }
        guard mode != "verify-full" else { return [.well("database line", "by TLS, and the server's certificate is looked at")] }
        return [
            .lacking(
                "database line",
                "sslmode=\(mode): whoever is on the way can read along or answer in the server's place; add sslmode=verify-full to its address")
        ]
    }

    private static func schema(_ database: any Database) async throws -> Diagnosis {
        switch try await Migrator(Schema.migrations).status(of: database) {
        case .empty: .well("schema", "empty; serve and import prepare it")
        case .current: .well("schema", "current")
        case .behind(let missing): .wrong("schema", Complaint(OpenStore.Trouble.behind(missing)).sentences.joined(separator: " "))
        case .foreign(let tables): .wrong("schema", Complaint(OpenStore.Trouble.foreign(tables)).sentences.joined(separator: " "))
        case .ahead(let unknown): .wrong("schema", Complaint(OpenStore.Trouble.ahead(unknown)).sentences.joined(separator: " "))
        }
    }

    /// Whether the keys are there that open who supporters are.
    private static func identities(_ database: any Database, _ settings: Settings) async throws -> [Diagnosis] {
        let file = KeyFile(in: settings.folder.value), inUse = try await database.read { db in try db.keysInUse() }
        guard file.isPrivate != nil else {
            return inUse.isEmpty ? [] : [.wrong("keys", "\(file.path) is missing, and addresses are sealed with it: put it back")]
        }
        if try await MatchKeys(database: database, keyring: try Keyring(file.list().keyring)).areOthers() {
            return [.wrong("keys", "\(file.path) holds other keys than those this database was begun with: copy the file of the machine that works")]
        }
        let missing = inUse.subtracting(try file.list().keys.map(\.id))
        return missing.isEmpty
            ? [] : [.wrong("keys", "\(file.path) lacks keys that addresses are sealed with: \(missing.sorted().joined(separator: ", "))")]
    }

    /// Whether the key is there that browsers are bound to.
    private static func browsers(_ database: any Database, _ settings: Settings) async throws -> [Diagnosis] {
        let file = PushKeyFile(in: settings.folder.value), count = try await database.read { db in try db.countBrowsers() }
        guard count > 0, file.isPrivate == nil else { return [] }
        return [.wrong("push", "\(file.path) is missing, and \(count) browsers get notifications by its key alone: put it back")]
    }

    private static func durability(_ setting: DurabilitySetting) -> Diagnosis {
        setting.isSafe ? .well("durability", "\(setting), safe") : .wrong("durability", "\(setting), unsafe: a report could be lost with the power")
    }
}
