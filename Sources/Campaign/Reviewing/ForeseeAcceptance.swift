package import Documents
package import Storage

/// Tells what accepting a document would do, by doing it and taking it back: nothing of it stays.
package struct ForeseeAcceptance: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    package func callAsFunction(_ document: ReviewedDocument) async throws -> Foresight {
        let now = world.now(), newID = world.newID
        return try await database.write { db in
            do {
                return try db.foresight(of: document, at: now, newID)
            } catch let refusal as any Refusal {
                return .refused(refusal.message)
            }
        }
    }
}

/// What accepting a document would do.
package enum Foresight: Sendable {
    /// It cannot be accepted as it is.
    case refused(Message)
    case place(Place)

    package struct Place: Sendable {
        package let reference: Reference
        package let ordinal: Int
        package let section: Section.Code
        package let isNewAction: Bool
        package let isNewOutput: Bool
        /// What it would add to an output that is known, by the keys of drafts.
        package let additions: [String]
        /// Where it says something else than what is known. What is known stays.
        package let contradictions: [Finding]
    }
}

extension Connection {
    fileprivate func foresight(of document: ReviewedDocument, at now: Instant, _ newID: @escaping @Sendable () -> String) throws -> Foresight {
        do {
            return try savepoint {
                let known = try knownActions(document.draft)
                let imported = try accept(document, named: document.review.name, by: "", at: now, newID).entered
                let after = try wholeAction(imported.reference)
                let before = known.first { $0.reference == imported.reference }
                throw TakenBack(foresight: .place(.init(imported, before: before, after: after, document)))
            }
        } catch let back as TakenBack {
            return back.foresight
        }
    }

    /// The actions that the draft may belong to, as they are before it does.
    private func knownActions(_ draft: ActionDraft) throws -> [Action] {
        var references = [draft.namedCase, draft.previousCase].compactMap(\.self)
        for code in [draft.ownCode, draft.previousCode].compactMap(\.self) {
            let id = try action(bearing: code) ?? action(following: code)
            if let id { references.append(try reference(of: id)) }
        }
        return try references.filter { try actionRow($0) != nil }.map { try wholeAction($0) }
    }
}

private struct TakenBack: Error {
    let foresight: Foresight
}

extension Foresight.Place {
    fileprivate init(_ imported: ImportResult.Imported, before: Action?, after: Action, _ document: ReviewedDocument) {
        let output = after.output(imported.ordinal), known = output.flatMap { output in before?.outputs.first { $0.id == output.id } }
        self.init(
            reference: imported.reference, ordinal: imported.ordinal, section: imported.section, isNewAction: before == nil,
            isNewOutput: known == nil, additions: known.flatMap { known in output.map { known.additions(in: $0) } } ?? [],
            contradictions: imported.findings.filter { !document.reading.findings.contains($0) })
    }
}

extension Output {
    /// What another state of this output has and this one has not, by the keys of drafts.
    fileprivate func additions(in other: Output) -> [String] {
        func addressees(_ output: Output) -> Int { output.editions.reduce(0) { $0 + $1.addressees.count } }
        let changes: [(String, Bool)] = [
            ("index_code", indexCode != other.indexCode), ("issue_date", issuedOn != other.issuedOn),
            ("expiry_date", actUntilInDocument != other.actUntilInDocument), ("ended_date", ending != other.ending),
            ("outcome", outcome != other.outcome), ("event_date", eventOn != other.eventOn), ("language", texts.count != other.texts.count),
            ("summary", texts.count == other.texts.count && texts != other.texts), ("letters", letters != other.letters),
            ("social_posts", socialPosts != other.socialPosts), ("targets", addressees(self) != addressees(other)),
            ("instructions", editions.map(\.words) != other.editions.map(\.words)),
        ]
        return changes.filter(\.1).map(\.0)
    }
}
