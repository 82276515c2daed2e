package import Documents
package import Storage

/// Hands a translation to other programs as XLIFF, and takes it back.
package struct ExchangeTranslation: Sendable {
    let database: any Database
    let translate: TranslateOutput

    package init(database: any Database, world: World) {
        self.database = database
        translate = TranslateOutput(database: database, world: world)
    }

    /// What became of the units of a file.
    package struct Taken: Sendable, Equatable {
        package var taken = 0
        /// The source is not what it was when the file was made.
        package var changed: [String] = []
        /// No such piece is in the output.
        package var unknown: [String] = []
        /// A colleague changed it while the file was read.
        package var collisions: [String] = []
    }

    package func file(_ place: TranslationPlace, _ version: TranslationFile.Version) async throws -> String {
        let translation = try await database.read { db in try db.translation(place) }
        return XLIFFWriter()(translation.file(version))
    }

    /// Takes the units whose source is the same as here; the others are named. Throws `TranslationRefusal` for a file that is none or of
    /// something else.
    package func take(_ bytes: [UInt8], at place: TranslationPlace, by member: StaffMember.ID) async throws -> Taken {
        let file: TranslationFile
        do throws(TranslationFile.Refused) { file = try XLIFFReader()(bytes) } catch { throw TranslationRefusal(error) }
        let translation = try await database.read { db in try db.translation(place) }
        try translation.match(file)
        var taken = Taken(), typed: [String: TranslateOutput.Typed] = [:]
        for unit in file.units {
            guard let item = translation.items.first(where: { $0.piece.id == unit.id }) else {
                taken.unknown.append(unit.id)
                continue
            }
            guard unit.source.text.words == item.piece.words.words else {
                taken.changed.append(unit.id)
                continue
            }
            guard let target = unit.target else { continue }
            typed[unit.id] = .init(
                target: target.text, note: unit.notes.isEmpty ? nil : unit.notes.joined(separator: "\n"), former: item.target, stillHolds: true)
            taken.taken += 1
        }
        taken.collisions = try await translate.save(typed, at: place, by: member)
        return taken
    }
}

extension String {
    /// The words, whatever blanks stand between them: programs wrap lines.
    fileprivate var words: [Substring] { split(whereSeparator: \.isWhitespace) }
}

extension Translation {
    /// The name under which other programs know this output.
    var original: String { "\(reference.series.rawValue.lowercased())-\(reference.serial)-\(reference.year)/\(ordinal)" }

    func file(_ version: TranslationFile.Version) -> TranslationFile {
        let safeguard = Safeguard(kept)
        return TranslationFile(
            version: version, original: original, source: source, target: language,
            units: items.map { item in
                let isReviewed = row?.checkedBy != nil && item.state == .translated
                let state: TranslationFile.Unit.State = isReviewed ? .reviewed : item.state == .translated ? .translated : .initial
                return TranslationFile.Unit(
                    id: item.piece.id, source: safeguard.runs(item.piece.words), target: item.target.isEmpty ? nil : safeguard.runs(item.target),
                    state: state, notes: item.note.isEmpty ? [] : [item.note])
            })
    }

    fileprivate func match(_ file: TranslationFile) throws(TranslationRefusal) {
        let said = "\(file.source.rawValue) → \(file.target.rawValue)", wanted = "\(source.rawValue) → \(language.rawValue)"
        guard file.source.isSame(as: source), file.target.isSame(as: language) else { throw .otherFile(said, wanted: wanted) }
        guard file.original == original else { throw .otherFile(file.original, wanted: original) }
    }
}

extension Language {
    /// Tags have no cases.
    fileprivate func isSame(as other: Language) -> Bool { rawValue.lowercased() == other.rawValue.lowercased() }
}
