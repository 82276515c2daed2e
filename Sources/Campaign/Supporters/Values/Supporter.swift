package import Documents
import Foundation
import Storage

/// Somebody who asked to be told, or follows an action. Who that is stands elsewhere, sealed; some gave no address at all.
///
/// What the person chose is read as if it stood here: `supporter.pace`, `supporter.choices`, `supporter.language`.
@dynamicMemberLookup
package struct Supporter: Sendable, Equatable {
    /// Random, unlike the ids of other rows: one that told when it was made could be laid beside the times of reports.
    package typealias ID = Campaign.ID<Supporter>

    package enum State: String, Sendable, CaseIterable, Bindable, Readable { case unconfirmed, confirmed }

    package let id: ID
    package let section: Section.Code
    package let state: State
    package let preferences: Preferences
    /// Whether the reports of this person are kept beside them. Off until they ask for it.
    package let keepsHistory: Bool
    /// Whether they asked how the cases end that they reported on. Only with a history: without one nobody knows which.
    package let wantsOutcomes: Bool
    /// The first day on which alerts are wanted again; nil when they were never paused. Days are those of the supporter's time zone.
    package let pausedUntil: Day?
    package let confirmedOn: Day?
    /// The last day on which the person did something here.
    package let activeOn: Day
    /// When we asked whether they still want this; nil while there was no reason to.
    package let askedOn: Day?

    package subscript<Value>(dynamicMember path: KeyPath<Preferences, Value>) -> Value {
        preferences[keyPath: path]
    }

    package func isPaused(on today: Day) -> Bool {
        pausedUntil.map { today < $0 } ?? false
    }
}
