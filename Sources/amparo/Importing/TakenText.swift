import Campaign
import Documents

/// What was understood of one document, for a person.
struct TakenText {
    private let taken: Taken
    private let words: Translations

    init(_ taken: Taken, _ words: Translations) {
        self.taken = taken
        self.words = words
    }

    /// One line for the whole, one for each thing somebody should look at.
    var lines: [String] {
        ["\(taken.file.shownName): \(summary.joined(separator: ", "))"] + uncertain.map { "    \($0)" }
    }

    private var summary: [String] {
        if let withdrawn = taken.withdrawn { return [withdrawn.printed(), "withdrawn"] }
        return switch taken.result {
        case .added(let imported): place(imported) + [imported.isPublished ? "published" : "draft"]
        case .known(let imported): place(imported) + ["known already, nothing changed"]
        case nil: taken.reading.draft.map(understood) ?? ["nothing understood"]
        }
    }

    private func place(_ imported: ImportResult.Imported) -> [String] {
        [imported.reference.printed(), "output \(imported.ordinal)", "section \(imported.section.rawValue)"]
    }

    private func understood(_ draft: ActionDraft) -> [String] {
        let letters = draft.letters.compactMap { $0.language?.rawValue }
        return [
            draft.caseReference?.printed() ?? draft.reference ?? draft.indexCode ?? "no reference",
            draft.outputOrdinal.map { "output \($0)" } ?? draft.kind?.rawValue,
            draft.country?.rawValue,
            draft.issueDate.map { "issued \($0)" },
            draft.expiryDate.map { "until \($0)" },
            draft.targets.isEmpty ? nil : "\(draft.targets.count) to write to",
            letters.isEmpty ? nil : "letters in \(letters.joined(separator: " "))",
        ].compactMap { $0 }
    }

    /// What the reader was unsure of, and where documents disagree.
    private var uncertain: [String] {
        let unsure = taken.reading.findings.filter { $0.confidence < Finding.threshold }
        guard case .added(let imported) = taken.result else { return unsure.map { $0.sentence(words) } }
        return (unsure + imported.findings.filter { !taken.reading.findings.contains($0) }).map { $0.sentence(words) }
    }
}

extension Finding {
    fileprivate func sentence(_ words: Translations) -> String {
        let place = line.map { " (line \($0))" } ?? "", reason = note.map { ": \(words.text($0))" } ?? ""
        return
            "look at \(field)\(place): \(value.map { "“\($0.split(whereSeparator: \.isWhitespace).joined(separator: " "))”" } ?? "not understood")\(reason)"
    }
}
