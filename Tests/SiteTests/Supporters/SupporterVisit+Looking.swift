import Campaign
import Documents
import Storage
import TestSupport

@testable import Site

extension SupporterVisit {
    /// The states of all supporters, as the table has them.
    func states() async throws -> [String] {
        try await amparo.store.database.read { db in try db.rows("SELECT state FROM supporter ORDER BY id").map { try $0("state") } }
    }
}

/// The codes that the form offers.
enum CountryListCodes {
    static let all = CountryList.named(in: "en").map(\.country.code)
}
