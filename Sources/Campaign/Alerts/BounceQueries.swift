import Foundation
package import Storage

/// How much a bounce counts against an address. A day forgives one.
enum BounceWeight {
    /// The address is said not to take mail: two of them suspend it, for one may be a server's mistake.
    static let hard = 5
    static let soft = 1
    static let enough = 10
}

extension Connection {
    /// Counts a bounce, and suspends the address when they are enough.
    func noteBounce(of supporter: Supporter.ID, weight: Int, at now: Instant) throws {
        try execute("UPDATE supporter SET soft_bounces = soft_bounces + \(weight), bounced_on = \(now.day(in: .gmt)) WHERE id = \(supporter)")
        try execute(
            """
            INSERT INTO suppression (lookup, section, reason, detail, at)
            SELECT i.lookup, s.section, 'bounced', 'several bounces', CAST(\(now) AS TEXT) FROM supporter s JOIN identity i ON i.supporter_id = s.id
            WHERE s.id = \(supporter) AND s.soft_bounces >= \(BounceWeight.enough) ON CONFLICT (lookup) DO NOTHING
            """
        )
    }

    /// Suspends the address of a supporter at once. False when there is none, or it is suspended already.
    func suppress(_ supporter: Supporter.ID, _ reason: Suppression.Reason, detail: String, at now: Instant) throws -> Bool {
        try execute(
            """
            INSERT INTO suppression (lookup, section, reason, detail, at)
            SELECT i.lookup, s.section, CAST(\(reason) AS TEXT), CAST(\(detail) AS TEXT), CAST(\(now) AS TEXT)
            FROM supporter s JOIN identity i ON i.supporter_id = s.id WHERE s.id = \(supporter) ON CONFLICT (lookup) DO NOTHING
            """
        ) > 0
    }

    /// Forgets the bounces of addresses that took a mail since. A server's 250 is not enough, since our relay says that for every address, and
    /// the bounce comes later: the mail must have left on a day after the last bounce, and days have passed without another.
    func forgetBounces(ofMailBefore then: Instant) throws {
        try execute(
            """
            UPDATE supporter SET soft_bounces = 0, bounced_on = NULL
            WHERE soft_bounces > 0 AND id IN (SELECT d.supporter_id FROM delivery d JOIN supporter s ON s.id = d.supporter_id
                WHERE s.soft_bounces > 0 AND d.state = \(Delivery.State.sent) AND d.settled_at < \(then)
                AND SUBSTR(d.settled_at, 1, 10) > s.bounced_on)
            """
        )
    }

    /// Old bounces count less from day to day.
    func forgiveBounces() throws {
        try execute("UPDATE supporter SET soft_bounces = soft_bounces - 1 WHERE soft_bounces > 0")
    }

    package func suppressions(of section: Section.Code?) throws -> [Suppression] {
        let chosen: SQL = section.map { "WHERE section = \($0)" } ?? ""
        return try rows("SELECT * FROM suppression \(chosen) ORDER BY at, lookup").map {
            Suppression(lookup: try $0("lookup"), section: try $0("section"), reason: try $0("reason"), detail: try $0("detail"), at: try $0("at"))
        }
    }

    /// Lets an address be written to again. What its owner wished for is not ours to undo.
    func clearSuppression(_ lookup: String) throws -> Bool {
        let isCleared = try execute("DELETE FROM suppression WHERE lookup = \(lookup) AND reason IN ('bounced', 'complained', 'staff')") > 0
        if isCleared { try execute("UPDATE supporter SET soft_bounces = 0 WHERE id IN (SELECT supporter_id FROM identity WHERE lookup = \(lookup))") }
        return isCleared
    }
}
