/// Two people who wrote in the same place at the same time.
package struct ManuscriptConflict: Sendable, Equatable {
    /// A field that both changed, and not alike.
    package struct Field: Sendable, Equatable {
        package let name: String
        package let mine: String
        package let theirs: String
    }

    /// The newest revision: from which a choice between the two goes on.
    package let revision: Int
    /// Who wrote that.
    package let by: String
    package let fields: [Field]
    /// The whole part as it would be with theirs in those fields, and mine everywhere else.
    package let merged: [String: String]
}

extension ManuscriptContent {
    /// The part with what I changed since `base`, and what others changed since then.
    ///
    /// - Parameters:
    ///   - base: what I began from; nil when it is not kept any more: then every difference counts as a conflict.
    ///   - mine: by bare names.
    func merged(_ part: ManuscriptPart, _ mine: [String: String], since base: ManuscriptContent?) -> (
        merged: [String: String], conflicts: [ManuscriptConflict.Field]
    ) {
        var merged: [String: String] = [:], conflicts: [ManuscriptConflict.Field] = []
        for name in part.fields.map(\.name) {
            let theirs = self[part, name], own = mine[name] ?? ""
            if let before = base?[part, name], own == before || theirs == before {
                merged[name] = own == before ? theirs : own
            } else {
                merged[name] = theirs
                if own != theirs { conflicts.append(.init(name: name, mine: own, theirs: theirs)) }
            }
        }
        return (merged, conflicts)
    }
}
