/// A "no" that the person at the screen can understand and act upon. All other errors are faults, and ours.
package protocol Refusal: Error {
    var kind: RefusalKind { get }
    var message: Message { get }
}

/// What sort of "no" it is; only the site knows the status number that goes with it.
package enum RefusalKind: Sendable {
    case conflict, missing, withdrawn, forbidden, invalid, overloaded, unavailable
}

/// A translation key and what it needs to be said in any language.
package struct Message: Hashable, Sendable {
    package let key: String
    package let values: [String: String]

    package init(_ key: String, _ values: [String: String] = [:]) {
        self.key = key
        self.values = values
    }
}
