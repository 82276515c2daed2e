package import Documents

/// Which actions the desk lists, and from where on.
package struct DeskFilter: Sendable, Equatable {
    /// What stands in an action now.
    package enum State: String, Sendable, CaseIterable {
        /// What somebody may have to do something about: drafts, then what takes letters, nearest deadline first.
        case now
        case draft, open, over, withdrawn, all

        /// Whether the list goes by deadline; else the newest numbers stand first.
        var isByDeadline: Bool { self == .now || self == .draft || self == .open }
    }

    package var state = State.now
    package var country: Country?
    package var year: Int?
    package var topic: Topic?
    /// Words that stand in it.
    package var words: String?
    /// The place after which the list goes on, from `DeskPage.next`.
    package var after: String?

    package init() {}
}

/// One page of the desk's list.
package struct DeskPage: Sendable {
    package let entries: [DeskEntry]
    /// Where the next page begins; nil on the last.
    package let next: String?
}
