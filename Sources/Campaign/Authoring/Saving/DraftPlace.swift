import Documents
import Storage

/// An output that is not published, with its action and the edition that is written with it.
package struct DraftPlace: Sendable {
    package let action: Action
    package let output: Output
    package let section: Section.Code
    package let edition: Edition?

    /// Whether nothing of the action has appeared: then what is the case's own, its countries and people, is written here too. Later it would
    /// change what readers see before anybody approved it.
    package var isFirstToAppear: Bool { action.outputs.allSatisfy { $0.publishedAt == nil } }

    /// The action as readers would find it were this output published now.
    package var asPublished: Action {
        Action(
            id: action.id, reference: action.reference, countries: action.countries, isInvented: action.isInvented, archive: action.archive,
            revision: action.revision, subjects: action.subjects, outputs: action.outputs.filter { $0.publishedAt != nil || $0.id == output.id })
    }
}

extension Connection {
    /// Throws `ActionRefusal`, and `ManuscriptRefusal.published` for an output that readers see.
    ///
    /// - Parameter section: whose edition is written where the output has none yet.
    func draft(_ reference: Reference, _ ordinal: Int, for section: Section.Code) throws -> DraftPlace {
        let action = try wholeAction(reference)
        if try isWithdrawn(action.id) { throw ActionRefusal.withdrawn }
        guard let output = action.output(ordinal) else { throw ActionRefusal.unknownOutput(reference, ordinal) }
        guard output.publishedAt == nil else { throw ManuscriptRefusal.published(reference, ordinal) }
        let owner =
            try manuscript(of: output.id)?.section ?? (output.editions.first { $0.section == section } ?? output.editions.first)?.section ?? section
        return DraftPlace(action: action, output: output, section: owner, edition: output.editions.first { $0.section == owner })
    }
}
