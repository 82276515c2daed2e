import Documents
import Foundation
import Outgoing
package import Storage

/// Texts same-day alerts to those of the same-day list who gave a number, besides the mail.
///
/// A message that was handed over by a program which was killed before it noted so goes out again, with the same id, by which the gateway
/// drops the twin.
package struct TextAlerts: Round {
    let database: any Database
    let world: World
    let keyring: Keyring
    let texter: any Texter

    package init(database: any Database, world: World, keyring: Keyring, texter: any Texter) {
        self.database = database
        self.world = world
        self.keyring = keyring
        self.texter = texter
    }

    /// As many requests as the gate lets through.
    private static let atOnce = OutgoingLimits().atOnce
    /// A claim is another's after this; a request ends sooner.
    private static let leaseSeconds = 60
    /// About an hour: the day it speaks of does not wait.
    private static let attemptsAtMost = 8

    package func callAsFunction(until sign: StopSign) async throws {
        let worker = world.newID()
        while !sign.isUp {
            let now = world.now(), keyring = keyring
            guard try await database.read({ db in try db.hasDueText(at: now) }) else { return }
            let claimed = try await database.write { db in
                let claimed = try db.claimTexts(limit: Self.atOnce, by: worker, until: now.adding(seconds: Self.leaseSeconds), at: now)
                return try claimed.map { try db.judged($0, keyring, at: now) }
            }
            if claimed.isEmpty { return }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for text in claimed { group.addTask { try await send(text, worker) } }
                try await group.waitForAll()
            }
        }
    }

    private func send(_ text: WaitingText, _ worker: String) async throws {
        let fate: TextFate
        if let reason = text.skipped {
            fate = .skipped(reason.rawValue)
        } else if let number = text.number {
            let id = String(keyring.mark("\(text.alert) \(text.supporter)", purpose: "text").prefix(32))
            fate = self.fate(of: text, await texter.send(SMSMessage(to: number.text, text: text.words, id: id)))
        } else {
            fate = .skipped(SkipReason.noWay.rawValue)
        }
        try await database.write { db in
            try db.settle(text, fate, by: worker)
            if fate == .gone { try db.deletePhone(of: text.supporter) }
        }
    }

    private func fate(of text: WaitingText, _ reception: Reception) -> TextFate {
        switch reception {
        case .taken: return .sent
        case .gone: return .gone
        case .refused(let reason): return .gaveUp(reason)
        case .later(let reason, let after):
            guard text.attempts < Self.attemptsAtMost else { return .gaveUp(reason) }
            let pause = max(after ?? 0, RetryDelay.seconds(after: text.attempts, token: world.token()))
            return .later(world.now().adding(seconds: min(pause, 900)), because: reason)
        }
    }
}

/// A text message that is due, as things are at this moment.
struct WaitingText: Sendable {
    let alert: Alert.ID
    let supporter: Supporter.ID
    let attempts: Int
    var number: MobileNumber?
    var words = ""
    var skipped: SkipReason?
}

enum TextFate: Sendable, Equatable {
    case sent, gone
    case later(Instant, because: String)
    case skipped(String)
    case gaveUp(String)
}

extension Connection {
    /// What is texted, or why nothing is: the alert, the supporter and the number as they are now.
    fileprivate func judged(_ text: WaitingText, _ keyring: Keyring, at now: Instant) throws -> WaitingText {
        var text = text
        let alert = try alert(text.alert), section = try section(alert.section), today = now.day(in: section.timeZone)
        text.skipped = alert.reasonToSkip(try facts(of: alert.output, for: alert.section), on: today)
        guard text.skipped == nil else { return text }
        guard let reader = try supporter(text.supporter), reader.state == .confirmed, reader.sameDay else {
            text.skipped = .unsubscribed
            return text
        }
        if reader.isPaused(on: today) { text.skipped = .paused }
        if let lookup = try lookup(of: reader.id), let reason = try suppression(lookup), reason != .bounced { text.skipped = .suppressed }
        let texts = try texts(of: alert.id), offered = section.languages.filter { language in texts.contains { $0.language == language } }
        let language = Audience.language(of: offered, own: reader.language, others: reader.choices.languages)
        guard let said = texts.first(where: { $0.language == language }) else {
            text.skipped = text.skipped ?? .language
            return text
        }
        text.words = said.short
        text.number = try phone(of: reader.id, keyring)
        return text
    }
}
