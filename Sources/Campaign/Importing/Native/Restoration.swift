import Documents
import Storage

/// One native document on its way into the database, inside one transaction.
struct Restoration {
    let db: any Connection
    let native: NativeOutput
    let provenance: Provenance
    let isPublished: Bool
    let now: Instant
    let newID: @Sendable () -> String
    var differences = Differences()

    init(
        db: any Connection, native: NativeOutput, provenance: Provenance, isPublished: Bool, now: Instant, newID: @escaping @Sendable () -> String
    ) {
        self.db = db
        self.native = native
        self.provenance = provenance
        self.isPublished = isPublished
        self.now = now
        self.newID = newID
    }

    mutating func callAsFunction() throws -> ImportResult {
        if let known = try db.imported(provenance.sha256) { return .known(known) }
        let action = try actionPlace()
        let output = try outputPlace(in: action)
        try mergeCase(action)
        try mergeFacts(output)
        try mergeExtensions(output)
        try mergeAudience(output, of: action)
        try mergeWords(output)
        try mergeEditions(output)
        try publish(output)
        try db.settleArchivePlace(of: action)
        let section = native.editions.first?.section ?? native.words.editions.first?.section ?? Section.Code.international.rawValue
        try db.keep(
            provenance, section: Section.Code(rawValue: section), language: native.language, output: output, findings: differences.findings, at: now)
        try db.eraseAgain(in: action)
        try db.touch(action)
        try db.log("document.imported", subject: action.text, by: provenance.by, detail: provenance.sha256, id: newID(), at: now)
        return .added(try db.imported(provenance.sha256, findings: differences.findings))
    }

    /// Nothing is put into an action that was taken down.
    private func actionPlace() throws -> Action.ID {
        guard let known = try db.actionRow(native.reference).map({ try $0("id") as Action.ID }) else {
            let id = Action.ID(newID())
            try db.insertAction(id, native.reference, isInvented: native.isInvented, at: now)
            return id
        }
        if try db.isWithdrawn(known) { throw ActionRefusal.alreadyWithdrawn(native.reference) }
        return known
    }

    private mutating func outputPlace(in action: Action.ID) throws -> Output.ID {
        if let place = try db.outputPlaces(of: action).first(where: { $0.ordinal == native.ordinal }) {
            if place.isPublic && !isPublished { throw ImportRefusal.alreadyPublic(native.reference, native.ordinal) }
            if place.kind != native.kind { differences.note("kind", said: native.kind, known: place.kind) }
            return place.id
        }
        let id = Output.ID(newID())
        let place = OutputPlace(
            id: id, ordinal: native.ordinal, kind: native.kind, isNumbered: true, indexCode: nil, issuedOn: nil, actUntil: nil, isPublic: false
        )
        try db.insert(place, of: action)
        return id
    }

    private func publish(_ output: Output.ID) throws {
        guard isPublished, let stamp = native.published else { return }
        if try db.audience(of: output) != .everybody { throw ImportRefusal.notForEverybody(native.reference) }
        try db.publish(output, by: stamp.by, at: Instant(stored: stamp.at))
    }
}
