/// Which page is meant: the section and the address, and the day, since "days left" makes another page of it at midnight.
package struct PageKey: Hashable, Sendable {
    package let section: String
    /// Path with language, and the part of the query that matters, in one order.
    package let address: String
    /// The day in the section's time zone. Yesterday's page is simply no longer asked for.
    package let day: String

    package init(section: String, address: String, day: String) {
        self.section = section
        self.address = address
        self.day = day
    }
}
