package import Documents
import Storage

/// To whom a mission is sent, and where it sits.
package struct MissionSeat: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable, Bindable, Readable {
        case embassy, consulate, delegation, other
        case highCommission = "high_commission"
        case permanentMission = "permanent_mission"
    }

    package var receiving: Country
    package var kind: Kind
    /// The country it sits in when that is another than the receiving one; nil for a resident mission.
    package var accreditedFrom: Country?

    /// Embassies speak for their state; consulates and missions to organisations do not take copies.
    package var takesCopies: Bool { [.embassy, .highCommission].contains(kind) }
}
