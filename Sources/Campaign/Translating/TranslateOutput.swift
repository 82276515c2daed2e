import Documents
package import Storage

/// Keeps what somebody translated, and lets readers have a language once another person has checked it.
package struct TranslateOutput: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// A piece as it was typed on a page that showed it as `former`.
    package struct Typed: Sendable {
        package let target: String
        /// nil to leave it as it is.
        package let note: String?
        /// The target when the page was made; nil for one that is taken whatever it was.
        package let former: String?
        /// That a stale piece still holds.
        package let stillHolds: Bool

        package init(target: String, note: String? = nil, former: String? = nil, stillHolds: Bool = false) {
            self.target = target
            self.note = note
            self.former = former
            self.stillHolds = stillHolds
        }
    }

    /// Keeps the pieces, by their ids. Returns those that a colleague changed meanwhile: theirs stays, and nothing of both is lost.
    @discardableResult
    package func save(_ typed: [String: Typed], at place: TranslationPlace, by member: StaffMember.ID) async throws -> [String] {
        let now = world.now(), event = world.newID()
        return try await database.write { db in try db.save(typed, at: place, by: member.text, event: event, now: now) }
    }

    /// Lets readers have the language: at once where the output is published, else together with it. Throws `TranslationRefusal`.
    package func check(_ place: TranslationPlace, by member: StaffMember.ID) async throws {
        let now = world.now(), event = world.newID()
        try await database.write { db in
            let translation = try db.translation(place)
            guard let row = translation.row else { throw TranslationRefusal.nothingToCheck }
            guard row.translatedBy != member.text else { throw TranslationRefusal.sameEyes }
            try db.expectOwnHands(of: member.text, besides: [row.translatedBy], at: now)
            guard translation.isEnough else { throw TranslationRefusal.notEnough }
            try db.show(translation, for: place.section)
            try db.noteChecked(translation.output, in: place.language, by: member.text, at: now)
            let action = try db.wholeAction(place.reference).id
            try db.touch(action)
            try db.log("translation.checked", subject: translation.output.text, by: member.text, detail: place.language.rawValue, id: event, at: now)
        }
    }
}

extension Connection {
    fileprivate func save(_ typed: [String: TranslateOutput.Typed], at place: TranslationPlace, by member: String, event: String, now: Instant) throws
        -> [String]
    {
        let translation = try translation(place)
        var collisions: [String] = [], hasChanged = false
        let pieces = translation.items.compactMap { item -> StoredPiece? in
            let id = item.piece.id
            guard let said = typed[id] else { return item.stored }
            let target = said.target, note = said.note ?? item.note
            let isTyped = target != (said.former ?? item.target)
            if isTyped, let former = said.former, former != item.target, target != item.target {
                collisions.append(id)
                return item.stored
            }
            let isLinked = item.state == .unlinked && !item.target.isEmpty || item.state == .stale && said.stillHolds
            guard isTyped || isLinked || note != item.note else { return item.stored }
            hasChanged = true
            let isFresh = isTyped && !target.isEmpty || isLinked
            return StoredPiece(
                id: id, source: isFresh ? item.piece.words : item.formerSource ?? item.piece.words, target: isTyped ? target : item.target,
                note: note,
                by: member)
        }
        guard hasChanged else { return collisions }
        try noteTranslated(translation.output, from: translation.source, into: place.language, by: member, at: now)
        let groups = Set(translation.items.map(\.piece.group))
        try replacePieces(pieces, groups: groups, of: translation.output, from: translation.source, into: place.language, at: now)
        try log("translation.saved", subject: translation.output.text, by: member, detail: place.language.rawValue, id: event, at: now)
        return collisions
    }

    /// What is ready becomes the words that readers see; what is not translated is left out.
    fileprivate func show(_ translation: Translation, for section: Section.Code) throws {
        let ready = translation.items.filter { $0.state == .translated }
        let words = AssembledWords(pieces: ready.map { ($0.piece.id, $0.target) }, language: translation.language)
        try replace(words.text, in: translation.output)
        if let letter = words.letter { try replace(letter, in: translation.output) }
        if let edition = try edition(of: translation.output, in: section), let own = words.words(of: section) {
            try replace(own, in: translation.language, of: edition)
        }
    }
}

extension Translation.Item {
    fileprivate var stored: StoredPiece? {
        guard let by else { return target.isEmpty ? nil : StoredPiece(id: piece.id, source: "", target: target, note: note, by: "") }
        let source = state == .unlinked ? "" : formerSource ?? piece.words
        return StoredPiece(id: piece.id, source: source, target: target, note: note, by: by)
    }
}
