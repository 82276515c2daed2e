package import Documents
package import Storage

/// Takes note that an office has a new holder: the term of the one before ends, and every open action that addresses the office becomes a task.
package struct ChangeHolder: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Whom an office has now, as it was typed. A blank says nothing.
    package struct NewHolder: Sendable {
        package var name: String
        package var honorific = ""
        package var gender = ""
        package var salutations: [Language: String] = [:]
        package var since: String

        package init(name: String, honorific: String = "", gender: String = "", salutations: [Language: String] = [:], since: String) {
            self.name = name
            self.honorific = honorific
            self.gender = gender
            self.salutations = salutations
            self.since = since
        }
    }

    /// How many tasks that made. Throws `RegisterRefusal` for an office that there is not, and for what is wrong with what was typed.
    package func callAsFunction(_ new: NewHolder, of key: String, today: Day, by name: String, called label: String) async throws -> Int {
        let now = world.now(), newID = world.newID, event = world.newID()
        guard let since = Day(new.since.filter { !$0.isWhitespace }), since <= today else {
            throw RegisterRefusal.row(TableProblem(line: 2, Message("desk.problem_day")))
        }
        return try await database.write { db in
            guard let before = try db.officials("o.key = \(key)").first else { throw RegisterRefusal.unknownKey(key) }
            guard let folded = NormalPlace.words(new.name) else { throw RegisterRefusal.noName }
            let update = try RegisterUpdate(db, newID: newID)
            let table = Self.table(new, of: key, since: since, before: before.official, except: folded, today: today, by: label)
            let problems = update.result(of: table).problems
            if let problem = problems.first { throw RegisterRefusal.row(problem) }
            _ = try update.take(table, source: "desk", by: name, at: now)
            guard let after = try db.officials("o.key = \(key)").first, let holder = after.holders[folded] else {
                throw RegisterRefusal.unknownKey(key)
            }
            let places = try db.openPlaces(of: after.id, on: today)
            for place in places {
                try db.insertOfficeTask(
                    OfficeTask.ID(newID()), after.id, holder: holder.id, addressee: place.addressee, place.action, place.section, by: name, at: now)
            }
            try db.log("office.changedHands", subject: after.id.text, by: name, detail: "holder, \(places.count) places", id: event, at: now)
            return places.count
        }
    }

    /// The rows that say so: the end of every term that is open, and the beginning of the new one.
    private static func table(
        _ new: NewHolder, of key: String, since: Day, before: Official, except folded: String, today: Day, by label: String
    ) -> CSVTable {
        let languages = new.salutations.keys.sorted { $0.rawValue < $1.rawValue }
        let header =
            ["kind", "key", "name", "honorific", "gender", "held_from", "held_until", "checked_on", "checked_by"]
            + languages.map { "salutation_\($0.rawValue)" }
        let last = since.adding(days: -1)
        let ended = before.holders.filter { ($0.heldUntil ?? since) >= since && $0.folded != folded }.map { holder in
            ["holder", key, holder.name, "", "", "", max(last, holder.heldFrom ?? last).text, today.text, label] + languages.map { _ in "" }
        }
        let begun =
            ["holder", key, new.name, new.honorific, new.gender, since.text, "", today.text, label] + languages.map { new.salutations[$0] ?? "" }
        return CSVTable(header: header, rows: (ended + [begun]).enumerated().map { CSVRow(line: $0 + 2, cells: $1) })
    }
}

/// Why the register was not changed.
package enum RegisterRefusal: Refusal, Equatable {
    case unknownKey(String)
    case noName
    case row(TableProblem)
    /// It was answered, or its action is gone.
    case taskOver

    package var kind: RefusalKind {
        switch self {
        case .unknownKey, .taskOver: .missing
        case .noName, .row: .invalid
        }
    }

    package var message: Message {
        switch self {
        case .unknownKey(let key): Message("desk.register_unknown", ["key": key])
        case .noName: Message("desk.register_no_name")
        case .row(let problem): problem.message
        case .taskOver: Message("desk.task_over")
        }
    }
}
