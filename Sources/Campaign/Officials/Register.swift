/// The whole register in memory, as a table changes it and a file shows it.
package struct Register: Sendable, Equatable {
    package private(set) var officials: [String: Official] = [:]

    /// How many holders and how many contacts one office may have: more is a mistake in the table.
    static let partsLimit = 200

    package init(_ officials: [Official] = []) {
        for official in officials { self.officials[official.key] = official }
    }

    package var sorted: [Official] { officials.values.sorted { $0.key < $1.key } }

    /// Enters one fact of a table; what the row leaves blank stays as it was. Throws what is wrong with the row.
    mutating func enter(_ fact: RegisterFact, at line: Int) throws(TableProblem) {
        switch fact {
        case .official(let key, let facts):
            if var known = officials[key] {
                guard (known.facts.seat == nil) == (facts.seat == nil) else {
                    throw TableProblem(line: line, Message("table.problem.kind_changed", ["key": key]))
                }
                known.facts = known.facts.filled(by: facts)
                officials[key] = known
            } else {
                officials[key] = Official(key: key, facts: facts, holders: [], contacts: [])
            }
        case .holder(let key, let holder):
            guard var official = officials.removeValue(forKey: key) else { throw .unknownKey(key, at: line) }
            defer { officials[key] = official }
            try official.holders.enter(holder, at: line, key)
        case .contact(let key, let contact):
            guard var official = officials.removeValue(forKey: key) else { throw .unknownKey(key, at: line) }
            defer { officials[key] = official }
            try official.contacts.enter(contact, at: line, key)
        }
    }
}

extension [Holder] {
    /// The same person is the same name, letter by letter but for case.
    fileprivate mutating func enter(_ said: Holder, at line: Int, _ key: String) throws(TableProblem) {
        if let place = firstIndex(where: { $0.folded == said.folded }) { return self[place] = self[place].filled(by: said) }
        guard count < Register.partsLimit else { throw TableProblem(line: line, Message("table.problem.too_many", ["key": key])) }
        append(said)
    }
}

extension [OfficialContact] {
    fileprivate mutating func enter(_ said: OfficialContact, at line: Int, _ key: String) throws(TableProblem) {
        if let place = firstIndex(where: { $0.channel == said.channel && $0.normal == said.normal }) {
            return self[place] = self[place].filled(by: said)
        }
        guard count < Register.partsLimit else { throw TableProblem(line: line, Message("table.problem.too_many", ["key": key])) }
        append(said)
    }
}

extension OfficialFacts {
    fileprivate func filled(by said: OfficialFacts) -> OfficialFacts {
        OfficialFacts(
            country: said.country, rank: said.rank ?? rank, titles: titles.filled(by: said.titles), seat: said.seat ?? seat,
            validFrom: said.validFrom ?? validFrom, validTo: said.validTo ?? validTo, checkedOn: said.checkedOn ?? checkedOn,
            checkedBy: said.checkedBy ?? checkedBy, note: said.note ?? note
        )
    }
}

extension Holder {
    fileprivate func filled(by said: Holder) -> Holder {
        Holder(
            name: said.name, folded: folded, honorific: said.honorific ?? honorific, gender: said.gender ?? gender,
            salutations: salutations.filled(by: said.salutations), heldFrom: said.heldFrom ?? heldFrom, heldUntil: said.heldUntil ?? heldUntil,
            checkedOn: said.checkedOn ?? checkedOn, checkedBy: said.checkedBy ?? checkedBy
        )
    }
}

extension OfficialContact {
    /// A state brings its own day and note; the old ones belong to the old state.
    fileprivate func filled(by said: OfficialContact) -> OfficialContact {
        let isNewState = said.state != nil && said.state != state
        return OfficialContact(
            channel: channel, place: said.place, normal: normal, language: said.language ?? language,
            isPreferred: said.isPreferred ?? isPreferred, state: said.state ?? state,
            stateOn: said.stateOn ?? (isNewState ? nil : stateOn), checkedOn: said.checkedOn ?? checkedOn, checkedBy: said.checkedBy ?? checkedBy,
            note: said.note ?? (isNewState ? nil : note)
        )
    }
}

extension Wordings {
    fileprivate func filled(by said: Wordings) -> Wordings {
        Wordings(words.merging(said.words) { _, new in new })
    }
}

extension TableProblem {
    fileprivate static func unknownKey(_ key: String, at line: Int) -> TableProblem {
        TableProblem(line: line, Message("table.problem.unknown_key", ["key": key]))
    }
}
