package import Documents

/// A case, known to the whole network by its reference, living through a chain of outputs.
package struct Action: Sendable, Equatable {
    package typealias ID = Campaign.ID<Action>

    package let id: ID
    package let reference: Reference
    /// The states held responsible, in the order the documents name them.
    package let countries: [Country]
    /// An example that tells of nobody: shown with a band that says so.
    package let isInvented: Bool
    package let archive: ArchivePlace
    /// Grows with every change of what readers see, so that a finished page knows when it is out of date.
    package let revision: Int
    package let subjects: [Subject]
    /// The published outputs in the order of their ordinals; some may not be here.
    package var outputs: [Output]
    /// Published outputs that a section does not show. They replace what came before them all the same.
    package var unseen: [Output] = []
    /// The sections that publish nothing before somebody of theirs decided, and since when.
    package var waits: [Section.Code: Instant] = [:]

    /// The output that counts now; nil for an action of which nothing is published.
    package var latest: Output? { outputs.last }

    package func output(_ ordinal: Int) -> Output? {
        outputs.first { $0.ordinal == ordinal }
    }

    /// The output that replaced this one, if any did.
    package func successor(of output: Output) -> Output? {
        (outputs + unseen).filter { $0.ordinal > output.ordinal }.min { $0.ordinal < $1.ordinal }
    }

    /// The day from which the action has been known: the first issue date of its chain.
    package var activeSince: Day? {
        outputs.compactMap(\.issuedOn).min()
    }
}

/// Where the archive keeps an action: by year and, when a document says it, month.
package struct ArchivePlace: Sendable, Hashable {
    package let year: Int
    package let month: Int?

    package init(year: Int, month: Int?) {
        self.year = year
        self.month = month
    }
}

/// A person, group or community at risk, with the name and pronouns to be used.
package struct Subject: Sendable, Equatable {
    package let name: String
    package let pronouns: String?
}
