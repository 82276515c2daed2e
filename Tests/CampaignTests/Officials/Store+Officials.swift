import Campaign
import Documents
import Storage
import TestSupport

extension Store {
    /// Rosa, a coordinator, hands in a table.
    @discardableResult
    func register(_ text: String, isDry: Bool = false) async throws -> ImportOfficials.Result {
        try await ImportOfficials(database: database, world: world)(
            try CSVTable(Array(text.utf8)), source: "officials.csv", by: "Rosa", isDry: isDry)
    }

    func registered() async throws -> Register {
        try await database.read { try $0.register() }
    }

    func mark(_ place: String, as state: ContactState, on day: Day) async throws -> Int {
        try await MarkContact(database: database, world: world)(place, as: state, on: day, by: "Rosa")
    }
}

enum Tables {
    /// The invented Attorney General of Kenya, with the e-mail address that the invented case prints.
    static let amina = """
        kind,key,country,rank,title_en,title_sw,name,honorific,salutation_en,held_from,channel,place,language,preferred,state,state_on,checked_on,checked_by,note
        office,ke-attorney-general,KE,minister,Attorney General,Mwanasheria Mkuu,,,,,,,,,,,2021-11-01,Rosa,
        holder,ke-attorney-general,,,,,Amina Njoroge,Hon.,Dear Attorney General,2020-01-05,,,,,,,2021-11-01,Rosa,
        contact,ke-attorney-general,,,,,,,,,email,ag@example.org,en,yes,works,2021-11-01,2021-11-01,Rosa,
        contact,ke-attorney-general,,,,,,,,,fax,'+254 20 555 0100,,,,,,,"says ""busy"", often"
        contact,ke-attorney-general,,,,,,,,,post,"Harambee Avenue
        Nairobi
        Kenya",,,,,,,
        """
}
