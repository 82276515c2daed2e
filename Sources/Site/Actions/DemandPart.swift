import Campaign

/// One line of what officials are asked for; in a document that follows another it says whether that is new.
struct DemandPart: Sendable {
    let demandText: String
    /// Nothing where there is no document to compare with, or nothing changed.
    let changeLabel: String?
    let isNew: Bool
}

extension DemandPart {
    static func all(_ demands: [String], _ changes: DemandChanges?, _ reader: Reader) -> [DemandPart] {
        guard let changes, !changes.isEmpty else { return demands.map { DemandPart(demandText: $0, changeLabel: nil, isNew: false) } }
        return demands.map { demand in
            let isNew = changes.new.contains(demand)
            return DemandPart(demandText: demand, changeLabel: reader.text(isNew ? "action.demand_new" : "action.demand_kept"), isNew: isNew)
        }
    }
}
