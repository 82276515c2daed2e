package import Documents
package import Storage

extension Connection {
    /// The number after the highest that a series has in a year. Two who ask at once are told the same; the table lets one of them have it.
    package func nextSerial(_ series: Series, _ year: Int) throws -> Int {
        let highest: Int? = try row("SELECT MAX(serial) AS serial FROM action WHERE series = \(series) AND year = \(year)")?("serial")
        return (highest ?? 0) + 1
    }
}
