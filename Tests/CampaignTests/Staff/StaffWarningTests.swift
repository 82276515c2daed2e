import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct StaffWarningTests {
    private static let phone = "Mozilla/5.0 (Android 13; Mobile; rv:120.0) Gecko/120.0 Firefox/120.0"

    @Test(arguments: Engine.available)
    func `Rosa is warned of a browser that she never used, once, and at the address she gave`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let rosa = try await store.staff("rosa", .editor), tray = LetterTray(), keyring = try Keyring.still()
            let know = KnowStaffBrowser(
                database: store.database, world: store.world, keyring: keyring, catalogue: try Catalogue.shipped(), postbox: tray)
            let (section, member) = try await store.database.read { db in
                (try #require(try db.sections().first), try #require(try db.staffMembers().first).id)
            }
            let first = try await know(rosa.session, known: nil, agent: Self.phone, at: section)
            #expect(first != nil && tray.all.isEmpty, "she gave no address")
            let address = try #require(MailAddress("rosa@example.org"))
            try await SetStaffAddress(database: store.database, world: store.world, keyring: keyring)(address, of: member)
            #expect(try await know(rosa.session, known: first, agent: Self.phone, at: section) == nil && tray.all.isEmpty, "it is known")
            let second = try await know(rosa.session, known: "another", agent: Self.phone, at: section)
            #expect(second != nil && second != first)
            let letter = try #require(tray.all.first)
            #expect(tray.all.count == 1 && letter.to == address && letter.occasion == .newBrowser)
            for words in ["Rosa", "Firefox, Android", "30 November 2021", section.name] { #expect(letter.text.contains(words), "\(words)") }
            for link in ["http", "www.", "/desk"] { #expect(!letter.text.contains(link), "\(link)") }
            let dump = try await store.database.read { db in try db.rows("SELECT sealed FROM staff_address").map { try $0("sealed") as [UInt8] } }
            #expect(dump.count == 1 && !String(decoding: dump[0], as: UTF8.self).contains("rosa"))
            try await SetStaffAddress(database: store.database, world: store.world, keyring: keyring)(nil, of: member)
            _ = try await know(rosa.session, known: nil, agent: "", at: section)
            #expect(tray.all.count == 1)
        }
    }

    @Test(
        arguments: [
            (StaffWarningTests.phone, "Firefox, Android"),
            ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0", "Edge, Windows"),
            ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile/15E148 Safari/604.1", "Safari, iPhone"),
            ("<script>http://evil.example", nil), ("", nil),
        ] as [(String, String?)])
    func `a browser is named in two words, and its own words go nowhere`(_ agent: String, name: String?) {
        #expect(BrowserName(agent).text == name)
    }

    @Test(arguments: ["en", "es", "fr", "de"] as [Language])
    func `the warning is in the language of whoever reads it`(_ language: Language) throws {
        let catalogue = try Catalogue.shipped(), section = try ShippedSection.all().first
        #expect(catalogue[language].has("desk.browser_mail_subject") && section != nil)
        #expect(language == "en" || catalogue[language].text("desk.browser_mail_what") != catalogue["en"].text("desk.browser_mail_what"))
    }
}
