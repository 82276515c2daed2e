import Foundation
import Testing

@testable import Documents

/// One invented document of each family of layouts, with what an editor would type; a draft may say more than the file asks for.
@Suite struct FamilyTests {
    @Test(arguments: [
        "acao", "acao-2014", "ahrc-update", "appello", "appello-indirizzi", "arabi", "arabi-2020", "azione", "belge", "belge-advice",
        "brief-exzellenz", "carta", "correction-2004", "deadline-inline", "deutsch", "deutsch-2013", "deutsch-2021", "deutsch-2023-capitals",
        "efai-2005", "efai-2006", "efai-2006-names", "efai-complements", "eilaktion", "ended-number-last", "ended-page", "extra-2004",
        "final-2024", "first-1990", "further-information-2013", "informacion-2014", "king-2018", "mail-2009", "mail-2009-china",
        "mail-2009-wrapped", "mas-informacion-2016", "medical-2003", "musterbriefe", "omct-fr", "omct-items", "outcome-2020", "page-2022",
        "page-2023-one-line", "page-2024", "page-2024-title-case", "premiere-2021", "repost-es", "schrijfactie", "schrijfactie-lijst",
        "schweiz-2022", "second-update-2013", "secretariat-2009", "secretariat-2011-glued", "secretariat-2018", "secretariat-2020", "segunda-2022",
        "spoedactie", "spoedactie-below", "suisse", "suisse-2022", "suisse-fi-2022", "telegram-1979", "telegram-1986", "telegram-1992-update",
        "telegram-1994-issued", "telegram-1996", "telegram-1997-columns", "telegram-1998", "telegram-2001-update", "telegrama-1993",
        "telegrama-1995", "us-2017", "victory", "word-gap-columns", "word-two-columns",
    ])
    func `a document of the family comes out as an editor would type it`(_ name: String) throws {
        let draft = try JSONSerialization.jsonObject(with: JSONEncoder().encode(Fixture.draft("Families/\(name).txt")))
        let wanted = try JSONSerialization.jsonObject(with: Data(Fixture.bytes("Families/\(name).json")))
        #expect(differences(wanted, draft, at: name) == [])
    }

    @Test func `two columns of addressees are shown to the editor`() throws {
        let findings = try Fixture.reading("Families/word-two-columns.txt").findings
        #expect(findings.contains { $0.field == "targets" && $0.note?.code == .joinedColumns })
    }

    /// The places where what is drafted is not what is wanted.
    private func differences(_ wanted: Any, _ found: Any?, at place: String) -> [String] {
        if let wanted = wanted as? [String: Any] {
            let found = found as? [String: Any] ?? [:]
            return wanted.keys.sorted().flatMap { differences(wanted[$0] ?? "", found[$0], at: "\(place).\($0)") }
        }
        if let wanted = wanted as? [[String: Any]] {
            let found = found as? [[String: Any]] ?? []
            guard wanted.count == found.count else { return ["\(place): \(found.count) instead of \(wanted.count)"] }
            return zip(wanted, found).enumerated().flatMap { differences($1.0, $1.1, at: "\(place)[\($0)]") }
        }
        let isSame = (wanted as? NSObject).map { $0.isEqual(found) } ?? false
        return isSame ? [] : ["\(place): \(String(describing: found)) instead of \(wanted)"]
    }
}
