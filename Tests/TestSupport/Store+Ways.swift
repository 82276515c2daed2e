import Campaign
import Storage

extension Store {
    /// Gives the first addressee of every edition a contact of every kind, as a register would.
    package func addWays() async throws {
        for (place, contact) in Self.ways.enumerated() {
            try await tamper(
                """
                INSERT INTO contact_point (addressee_id, position, channel, place)
                SELECT id, \(90 + place), \(contact.channel), \(contact.place) FROM addressee WHERE position = 0
                """)
        }
    }

    private static let ways: [(channel: String, place: String)] = [
        ("fax", "+254 20 221 1082"), ("phone", "+254 20 222 7411"), ("bluesky", "@ag.example.org"), ("mastodon", "@ag@social.example"),
        ("instagram", "@ag_example"), ("facebook", "https://www.facebook.com/ag.example"), ("other", "https://www.threads.net/@ag_example"),
        ("other", "https://wa.me/254202227411"), ("other", "https://t.me/ag_example"), ("other", "Signal: +254 20 222 7411"),
        ("contact_form", "https://ag.example.org/contact"), ("solidarity", "Wanjiru Otieno\nKisumu Prison\nP.O. Box 1\nKisumu\nKenya"),
    ]
}
