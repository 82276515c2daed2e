package import Documents

extension Register {
    /// The register as a table: for every office its row, then its holders and contacts. Read into an empty register, it gives the same one.
    package var rows: [[String]] {
        let titles = Self.languages(sorted.map(\.facts.titles)), salutations = Self.languages(sorted.flatMap { $0.holders.map(\.salutations) })
        let columns =
            ["kind", "key", "country", "rank"] + titles.map { "title_\($0)" } + [
                "receiving", "mission_kind", "accredited_from", "valid_from", "valid_to",
            ]
            + ["name", "honorific", "gender"] + salutations.map { "salutation_\($0)" } + ["held_from", "held_until"]
            + ["channel", "place", "language", "preferred", "state", "state_on", "checked_on", "checked_by", "note"]
        let cells = sorted.flatMap { official in
            [official.facts.cells(official.key)] + official.holders.map { $0.cells(official.key) } + official.contacts.map { $0.cells(official.key) }
        }
        return [columns] + cells.map { cells in columns.map { cells[$0] ?? "" } }
    }

    /// What a table says of the register, and all that is wrong with it. Rows that are wrong are left out.
    package func changed(by table: CSVTable) -> (Register, [TableProblem]) {
        var register = self, problems: [TableProblem] = []
        let header = table.header
        for record in table.records {
            do throws(TableProblem) {
                for fact in try RegisterFact.read(record, header) { try register.enter(fact, at: record.line) }
            } catch { problems.append(error) }
        }
        return (register, problems)
    }

    private static func languages(_ wordings: [Wordings]) -> [Language] {
        Set(wordings.flatMap(\.languages)).sorted { $0.rawValue < $1.rawValue }
    }
}

extension OfficialFacts {
    fileprivate func cells(_ key: String) -> [String: String] {
        var cells = titles.cells("title")
        cells["kind"] = seat == nil ? "office" : "mission"
        cells["key"] = key
        cells["country"] = country.code
        cells["rank"] = rank
        cells["receiving"] = seat?.receiving.code
        cells["mission_kind"] = seat?.kind.rawValue
        cells["accredited_from"] = seat?.accreditedFrom?.code
        cells["valid_from"] = validFrom?.text
        cells["valid_to"] = validTo?.text
        cells["checked_on"] = checkedOn?.text
        cells["checked_by"] = checkedBy
        cells["note"] = note
        return cells
    }
}

extension Holder {
    fileprivate func cells(_ key: String) -> [String: String] {
        var cells = salutations.cells("salutation")
        cells["kind"] = "holder"
        cells["key"] = key
        cells["name"] = name
        cells["honorific"] = honorific
        cells["gender"] = gender
        cells["held_from"] = heldFrom?.text
        cells["held_until"] = heldUntil?.text
        cells["checked_on"] = checkedOn?.text
        cells["checked_by"] = checkedBy
        return cells
    }
}

extension OfficialContact {
    fileprivate func cells(_ key: String) -> [String: String] {
        var cells = ["kind": "contact", "key": key, "channel": channel.rawValue, "place": place]
        cells["language"] = language?.rawValue
        cells["preferred"] = isPreferred.map { $0 ? "yes" : "no" }
        cells["state"] = state?.rawValue
        cells["state_on"] = stateOn?.text
        cells["checked_on"] = checkedOn?.text
        cells["checked_by"] = checkedBy
        cells["note"] = note
        return cells
    }
}

extension Wordings {
    fileprivate func cells(_ column: String) -> [String: String] {
        Dictionary(uniqueKeysWithValues: words.map { ("\(column)_\($0.key)", $0.value) })
    }
}
