import Foundation

/// Everything we hold about a supporter. As JSON its keys are our words; as a page it is read from top to bottom.
///
/// Tokens and hashes are left out: they say nothing about anybody. Instants are UTC, days as `YYYY-MM-DD`.
package struct SupporterExport: Sendable, Equatable, Encodable {
    package let address: String?
    /// Where their browser takes notices; nil for those who are written to by mail.
    package let browser: Browser?
    /// Where text messages of the same-day list go.
    package let phone: Phone?
    package let section: String
    package let state: String
    package let language: String
    package let pace: String
    package let sameDay: Bool
    package let network: String
    package let timeZone: String
    package let keepsHistory: Bool
    package let wantsOutcomes: Bool
    /// That other programs of the section may know who they are.
    package let sharing: Sharing?
    package let pausedUntil: String?
    /// The hour of it.
    package let signedUp: String?
    package let confirmedOn: String?
    package let activeOn: String
    package let askedOn: String?
    /// How many mails in a row came back for a while.
    package let mailsReturned: Int
    /// Why nothing is mailed, if nothing is.
    package let mailStopped: String?
    package let choices: [Choice]
    package let follows: [Follow]
    package let reports: [Report]
    package let deliveries: [Delivery]
    package let sessions: [Session]
    package let links: [Link]

    package struct Browser: Sendable, Equatable, Encodable {
        /// Its address at its push service.
        package let endpoint: String
        package let since: String
    }
    package struct Phone: Sendable, Equatable, Encodable { package let number, since: String }
    package struct Sharing: Sendable, Equatable, Encodable { package let number, since: String }
    package struct Choice: Sendable, Equatable, Encodable { package let kind, value: String }
    package struct Follow: Sendable, Equatable, Encodable {
        package let action: String
        package let onlyOutcome: Bool
        package let since: String
    }
    package struct Report: Sendable, Equatable, Encodable {
        package let action: String
        package let output: Int
        package let channel: String
        package let quantity: Int
        package let reportedOn: String
    }
    package struct Delivery: Sendable, Equatable, Encodable {
        package let action, kind, state: String
        package let sentAt: String?
    }
    package struct Session: Sendable, Equatable, Encodable { package let startedAt, endsAt: String }
    package struct Link: Sendable, Equatable, Encodable {
        package let purpose, sentAt, endsAt: String
        package let usedAt: String?
    }
}

extension SupporterExport {
    /// For a download: keys in a stable order, readable.
    package func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self))
    }
}
