import Documents
import Storage

/// Finding the case and the output a document belongs to.
extension Acceptance {
    /// By reference, else by index code, else by the document it names as the one before it, or by one that names this one so.
    func findAction() throws -> Action.ID? {
        if let reference = draft.namedCase { return try db.actionRow(reference).map { try $0("id") } }
        for code in [draft.ownCode, draft.previousCode].compactMap(\.self) {
            if let action = try db.action(bearing: code) { return action }
        }
        if let code = draft.ownCode, let action = try db.action(following: code) { return action }
        return try draft.previousCase.flatMap { try db.actionRow($0) }.map { try $0("id") }
    }

    func makeAction() throws -> Action.ID {
        guard let reference = draft.namedCase else { throw ImportRefusal.noReference }
        let id = Action.ID(newID())
        try db.insertAction(id, reference, isInvented: terms.isInvented, at: now)
        return id
    }

    /// The output the document is: by its ordinal, else the one with its index code or its kind and dates, else a new one.
    mutating func outputPlace(in action: Action.ID) throws -> OutputPlace {
        let places = try db.outputPlaces(of: action)
        let place = try numberedPlace(in: places) ?? places.first { $0.isSame(as: draft) } ?? usualPlace(in: places)
        guard let place else { return try makeOutput(newOrdinal(after: places), of: action) }
        if let kind = draft.kind, kind != place.kind { note("kind", said: kind, known: place.kind) }
        return place
    }

    /// The output of the ordinal the document says. One that nobody numbered gives way to it, or is it.
    private func numberedPlace(in places: [OutputPlace]) throws -> OutputPlace? {
        guard let ordinal = draft.saidOrdinal else { return nil }
        let holder = places.first { $0.ordinal == ordinal }
        if let holder, holder.isNumbered { return holder }
        let same = places.first { !$0.isNumbered && $0.isSame(as: draft) } ?? holder.flatMap { $0.differs(from: draft) ? nil : $0 }
        if let holder, holder.id != same?.id { try db.setOrdinal(places.nextOrdinal, of: holder.id) }
        guard let same else { return nil }
        try db.number(same.id, ordinal)
        return same.numbered(ordinal)
    }

    /// Where a document stands that says nothing of its place: the first output, or the one after the first.
    private func usualPlace(in places: [OutputPlace]) -> OutputPlace? {
        guard draft.saidOrdinal == nil, let ordinal = draft.usualOrdinal else { return nil }
        return places.first { $0.ordinal == ordinal && (ordinal == 1 || !$0.differs(from: draft)) }
    }

    private func newOrdinal(after places: [OutputPlace]) -> Int {
        if let said = draft.saidOrdinal { return said }
        return draft.usualOrdinal.flatMap { ordinal in places.contains { $0.ordinal == ordinal } ? nil : ordinal } ?? places.nextOrdinal
    }

    private func makeOutput(_ ordinal: Int, of action: Action.ID) throws -> OutputPlace {
        let place = OutputPlace(
            id: Output.ID(newID()), ordinal: ordinal, kind: draft.kind ?? (ordinal == 1 ? .first : .update),
            isNumbered: ordinal == 1 || draft.saidOrdinal != nil, indexCode: nil, issuedOn: nil, actUntil: nil, isPublic: false
        )
        try db.insert(place, of: action)
        return place
    }

    /// Brings the outputs that nobody numbered into the order of their days, and tells which one this document became.
    mutating func settleOrdinals(of action: Action.ID, for output: Output.ID) throws {
        let places = try db.outputPlaces(of: action), settled = places.settled
        let moved = settled.filter { place in places.contains { $0.id == place.id && $0.ordinal != place.ordinal } }
        for (offset, place) in moved.enumerated() { try db.setOrdinal(places.nextOrdinal + offset, of: place.id) }
        for place in moved { try db.setOrdinal(place.ordinal, of: place.id) }
        guard draft.saidOrdinal == nil, draft.kind != .first, let ordinal = settled.first(where: { $0.id == output })?.ordinal else { return }
        conflicts.add(
            Finding(field: "output_ordinal", value: String(ordinal), confidence: 0.6, note: FindingNote(.ordinalFromChain)))
    }

    /// The people keep the names they were first given; pronouns are added when a document says them.
    mutating func mergeSubjects(of action: Action.ID) throws {
        let said = draft.subjectNames.filter { !$0.allSatisfy(\.isWhitespace) }
        let known = try db.subjects(of: action)
        if known.isEmpty {
            for (position, name) in said.enumerated() {
                try db.insertSubject(newID(), of: action, at: position, Subject(name: name, pronouns: draft.pronoun))
            }
        } else if !said.isEmpty {
            if Set(said) != Set(known.map(\.name)) { note("subject_names", said: Lines(said), known: Lines(known.map(\.name))) }
            let isOnlyOne = said.count == 1 && known.count == 1
            for subject in known where isOnlyOne || said.contains(subject.name) {
                try db.setPronouns(of: subject.name, in: action, settle("pronoun", known: subject.pronouns, said: draft.pronoun))
            }
        }
    }
}

extension ActionDraft {
    /// Which output it says it is, in words or by a form such as "FI 104/19-5".
    fileprivate var saidOrdinal: Int? {
        let said = outputOrdinal ?? reference.flatMap(PrintedReference.init)?.ordinal
        return said.flatMap { $0 >= 1 ? $0 : nil }
    }

    /// The place of one that says none, where its kind tells it.
    fileprivate var usualOrdinal: Int? {
        switch kind {
        case .first, nil: previousReference == nil ? 1 : 2
        default: nil
        }
    }
}
