import Documents
import Foundation
import Storage

/// Filling a section's edition: its instructions, notes and downloads, and the count it prints.
extension Acceptance {
    mutating func mergeEdition(of output: Output.ID, in section: Section.Code) throws {
        let edition = try db.edition(of: output, in: section) ?? makeEdition(of: output, in: section)
        try mergeEditionWords(edition)
        if try !db.hasDownloads(edition) {
            for (position, download) in draft.downloads.enumerated() { try db.insert(Download(download), into: edition, at: position) }
        }
        try mergeAddressees(edition)
        try db.linkAddressees("a.edition_id = \(edition)")
    }

    private func makeEdition(of output: Output.ID, in section: Section.Code) throws -> Edition.ID {
        let id = Edition.ID(newID())
        try db.insertEdition(id, of: output, in: section)
        return id
    }

    private mutating func mergeEditionWords(_ edition: Edition.ID) throws {
        guard !draft.instructions.isEmpty || draft.postalNote != nil || draft.safetyNote != nil else { return }
        let language = draft.language ?? "en"
        let known = try db.editionWords(of: edition, in: language)
        let merged = EditionWords(
            instructions: known.flatMap { $0.instructions.isEmpty ? nil : $0.instructions } ?? draft.instructions,
            postalNote: settle("postal_note", known: known?.postalNote, said: draft.postalNote),
            safetyNote: settle("safety_note", known: known?.safetyNote, said: draft.safetyNote)
        )
        try db.replace(merged, in: language, of: edition)
    }

    /// A count printed on the page becomes a ledger entry of source *import*: what the page counts more than pages before it said.
    mutating func enterPrintedCount(for output: Output.ID, in section: Section.Code) throws {
        guard let printed = draft.actionCount else { return }
        let known = try db.importedAppeals(of: output, in: section)
        guard printed > known else {
            if printed < known { note("action_count", said: printed, known: known) }
            return
        }
        let day = now.day(in: .gmt)
        try db.insert([
            Report(
                id: Report.ID(newID()), output: output, section: section, channel: .other, quantity: printed - known, source: .import,
                isLate: false, tokenHash: Digest.sha256("import \(output) \(section.rawValue) \(printed)"), reportedOn: day, reportedAt: now
            )
        ])
    }
}

extension Download {
    init(_ download: ActionDraft.Download) {
        self.init(title: download.title, language: download.language, format: download.format, size: download.size)
    }
}
