import Documents
import Foundation
import Storage

/// A confirmed supporter who may be told something today.
///
/// What they chose is read as if it stood here: `recipient.pace`.
@dynamicMemberLookup
package struct Recipient: Sendable, Equatable {
    package let id: Supporter.ID
    package let preferences: Preferences
    /// False for those who gave none: they are reached by push alone.
    package let hasAddress: Bool
    /// How they follow the action that was asked about; nil when they do not.
    package let follow: Follow?

    package subscript<Value>(dynamicMember path: KeyPath<Preferences, Value>) -> Value {
        preferences[keyPath: path]
    }

    package enum Follow: Sendable, Equatable { case everything, outcome }
}
