package import Documents
package import Storage

/// Gives a person of a case another name, other pronouns or no name at all, in everything the case says: every document, language, letter, post,
/// alert, title and imported finding. The old name is kept nowhere but as a salted hash, so that an old archive cannot bring it back.
package struct RenameSubject: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Every place that would change, with what stands around it. Throws `ActionRefusal`, `RenamingRefusal`.
    package func preview(_ reference: Reference, _ renaming: Renaming) async throws -> [RenamingPlace] {
        try await database.read { db in try db.places(of: renaming, in: db.actionNamed(renaming, reference).action).map(\.place) }
    }

    /// Does it in one transaction; returns in how many places.
    ///
    /// - Parameters:
    ///   - chosen: the places to change; nil for all that are sure. The person's own name changes in any case.
    ///   - seen: the digest of the places that were looked at; what changed meanwhile is looked at again.
    package func callAsFunction(
        _ reference: Reference, _ renaming: Renaming, chosen: Set<String>? = nil, seen: String? = nil, by name: String
    ) async throws -> Int {
        let now = world.now(), newID = world.newID, salt = world.token()
        return try await database.write { db in
            let (action, subjects) = try db.actionNamed(renaming, reference), places = try db.places(of: renaming, in: action)
            if let seen, seen != RenamingPlace.digest(places.map(\.place)) { throw RenamingRefusal.changedMeanwhile }
            let taken = places.filter { chosen?.contains($0.place.id) ?? $0.place.isSure }
            try db.overwriteThoroughly()
            for (text, hits) in Dictionary(grouping: taken, by: \.text.identity).values.map({ ($0[0].text, $0.map(\.hit)) }) {
                try db.rewrite(text, as: text.words.replacing(hits))
            }
            for subject in subjects {
                try db.rename(subject, renaming.to)
                if let pronouns = renaming.pronouns { try db.setPronouns(ofSubject: subject, pronouns.isEmpty ? nil : pronouns) }
            }
            try db.remakeKeys(of: action)
            try db.eraseScans(ofRepliesTo: action)
            let erased = renaming.names.flatMap(NamePattern.all).map { $0.hashed(salt) }
            for pattern in erased { try db.insert(ErasedName(pattern, newID(), reference, now), of: reference) }
            try db.eraseNames(inReviewsOf: reference)
            try db.touch(action)
            try db.forgetDeletedWords()
            let detail = "places \(taken.count) salt \(salt) hashes \(erased.compactMap(\.hash).joined(separator: " "))"
            try db.log("subject.renamed", subject: action.text, by: name, detail: detail, id: newID(), at: now)
            return taken.count
        }
    }
}

extension Connection {
    /// The case and the rows of the person that is meant; none for somebody who is only named in its words, such as a lawyer.
    fileprivate func actionNamed(_ renaming: Renaming, _ reference: Reference) throws -> (action: Action.ID, subjects: [String]) {
        guard let row = try actionRow(reference) else { throw ActionRefusal.unknownReference(reference.printed(.slash)) }
        let action: Action.ID = try row("id"), subjects = try subjects(called: renaming.subject, of: action)
        if subjects.isEmpty, try places(of: renaming, in: action).isEmpty { throw RenamingRefusal.nobodyOfThatName(reference) }
        return (action, subjects)
    }

    fileprivate func places(of renaming: Renaming, in action: Action.ID) throws -> [(text: CaseText, hit: NameHit, place: RenamingPlace)] {
        let search = NameSearch(renaming.names)
        return try caseTexts(of: action).flatMap { text in
            search.hits(in: text).enumerated().map { count, hit in (text, hit, RenamingPlace(text, hit, count)) }
        }
    }
}

extension NamePattern {
    fileprivate var hash: String? {
        if case .hashed(_, let hash) = key { hash } else { nil }
    }
}

extension ErasedName {
    fileprivate init(_ pattern: NamePattern, _ id: String, _ reference: Reference, _ now: Instant) {
        guard case .hashed(let salt, let hash) = pattern.key else {
            self.init(
                id: id, reference: "", salt: "", hash: "", signs: 0, severalWords: false, compact: false, replacement: "", at: now.text)
            return
        }
        self.init(
            id: id, reference: reference.printed(.slash), salt: salt, hash: hash, signs: pattern.length, severalWords: pattern.hasSeveralWords,
            compact: pattern.isCompact, replacement: pattern.replacement, at: now.text)
    }
}
