package import Documents
package import Storage

extension Connection {
    /// The missions of some states to another, with all that is known of them; those of former years too.
    package func missions(from sending: [Country], to receiving: Country) throws -> [Official] {
        try officials("v.receiving = \(receiving) AND v.country IN \(SQL.list(sending))").map(\.official)
    }
}
