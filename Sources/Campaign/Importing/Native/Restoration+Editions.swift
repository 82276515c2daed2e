import Documents
import Storage

/// Filling the editions: whom they address, what they say, what they counted elsewhere.
extension Restoration {
    mutating func mergeEditions(_ output: Output.ID) throws {
        for said in native.editions {
            let section = try known(said.section), edition = try place(of: output, in: section)
            try mergeAddressees(edition, said.addressees)
            try db.linkAddressees("a.edition_id = \(edition)")
            if try !db.hasDownloads(edition) {
                for (position, download) in said.downloads.enumerated() { try db.insert(Download(download), into: edition, at: position) }
            }
            try enterCounts(said.counts, for: output, in: section)
        }
        guard let language = native.language else { return }
        for words in native.words.editions { try merge(words, language, into: place(of: output, in: known(words.section))) }
    }

    func known(_ code: String) throws -> Section.Code {
        let section = Section.Code(rawValue: code)
        guard try db.sectionMarks().contains(where: { $0.code == section }) else { throw ImportRefusal.unknownSection(section) }
        return section
    }

    private func place(of output: Output.ID, in section: Section.Code) throws -> Edition.ID {
        if let known = try db.edition(of: output, in: section) { return known }
        let id = Edition.ID(newID())
        try db.insertEdition(id, of: output, in: section)
        return id
    }

    private mutating func merge(_ said: NativeWords.Edition, _ language: Language, into edition: Edition.ID) throws {
        let known = try db.editionWords(of: edition, in: language)
        let merged = EditionWords(
            instructions: known.flatMap { $0.instructions.isEmpty ? nil : $0.instructions } ?? said.instructions,
            postalNote: differences.settle("postal_note", known: known?.postalNote, said: said.postalNote),
            safetyNote: differences.settle("safety_note", known: known?.safetyNote, said: said.safetyNote)
        )
        try db.replace(merged, in: language, of: edition)
    }

    /// An edition that addresses nobody yet takes them as they are; else only those it does not have, and a finding says that they differ.
    private mutating func mergeAddressees(_ edition: Edition.ID, _ said: [NativeEdition.Addressee]) throws {
        let known = try db.addresseePlaces(of: edition).map(\.addressee)
        let addressees = try said.map(Addressee.init)
        guard !known.isEmpty else { return try insert(addressees, into: edition, from: 0) }
        let new = addressees.filter { one in !known.contains { $0.name == one.name && $0.office == one.office } }
        if !addressees.allSatisfy(known.contains) {
            differences.note("targets", said: Lines(addressees.map(\.called)), known: Lines(known.map(\.called)))
        }
        try insert(new, into: edition, from: known.count)
    }

    private func insert(_ addressees: [Addressee], into edition: Edition.ID, from start: Int) throws {
        for (place, addressee) in addressees.enumerated() { try db.insert(addressee, as: newID(), into: edition, at: start + place) }
    }

    /// Only what the file counts more than what is entered already, so that nothing counts twice.
    private func enterCounts(_ counts: [NativeEdition.Count], for output: Output.ID, in section: Section.Code) throws {
        let known = try db.importedAppeals(of: output, in: section)
        var sum = 0
        for count in counts {
            let before = max(sum, known)
            let (next, isTooMuch) = sum.addingReportingOverflow(count.appeals)
            guard !isTooMuch else { throw ImportRefusal.malformed("counts") }
            sum = next
            guard sum > before else { continue }
            try db.insert([report(of: count, sum - before, upTo: sum, output, section)])
        }
    }

    private func report(
        of count: NativeEdition.Count, _ quantity: Int, upTo sum: Int, _ output: Output.ID, _ section: Section.Code
    ) throws -> Report {
        guard let channel = Channel(rawValue: count.channel) else { throw ImportRefusal.malformed("channel") }
        return Report(
            id: Report.ID(newID()), output: output, section: section, channel: channel, quantity: quantity, source: .import, isLate: count.isLate,
            tokenHash: Digest.sha256("import \(output) \(section.rawValue) \(sum)"), reportedOn: count.on, reportedAt: try Instant(stored: count.at)
        )
    }
}

extension Addressee {
    init(_ said: NativeEdition.Addressee) throws {
        self.init(
            role: said.role == .copy ? .copy : .target, name: said.name, office: said.office, salutation: said.salutation,
            contacts: try said.contacts.map { contact in
                guard let channel = Channel(rawValue: contact.channel) else { throw ImportRefusal.malformed("channel") }
                return ContactPoint(channel: channel, place: contact.place, checkedOn: contact.checkedOn)
            }
        )
    }

    fileprivate var called: String { name ?? office ?? "" }
}
