package import Campaign
import Documents
import Synchronization

/// Keeps the notices to browsers for a test to read, and answers for their push services.
package final class PushTray: Pusher {
    package struct Pushed: Sendable {
        package let notice: PushNotice
        package let patience: PushPatience
        package let supporter: Supporter.ID
    }

    private let held = Mutex<(pushed: [Pushed], answer: Carriage)>(([], .taken))

    package init() {}

    /// The public key of RFC 8291 section 5.
    package let publicKey = "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8"

    /// What push services say from now on.
    package func answer(_ carriage: Carriage) { held.withLock { $0.answer = carriage } }

    /// Takes all notices out.
    package func empty() -> [Pushed] {
        held.withLock { held in
            defer { held.pushed = [] }
            return held.pushed
        }
    }

    package func push(
        _ notice: PushNotice, _ patience: PushPatience, to browser: PushSubscription, of supporter: Supporter.ID, in section: Section
    ) async -> Carriage {
        held.withLock { held in
            if held.answer == .taken { held.pushed.append(Pushed(notice: notice, patience: patience, supporter: supporter)) }
            return held.answer
        }
    }
}

/// A browser as its push service made it: another for each number. The key is the receiver's of RFC 8291 section 5.
package struct InventedBrowser: Sendable {
    package let number: Int
    package init(_ number: Int = 1) { self.number = number }

    package var endpoint: String { "https://push.example.org/wpush/v2/browser-\(number)-of-somebody" }
    package var key: String { "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4" }
    package var secret: String { "BTBZMqHH6r4Tts7J_aSIgg" }
    package var proof: BrowserProof? { BrowserProof(endpoint: endpoint, secret: secret) }

    /// The fields of the form.
    package var fields: [(String, String)] { [("endpoint", endpoint), ("key", key), ("secret", secret)] }
}

extension SupporterCounter {
    /// A browser that allowed notices in that section.
    @discardableResult
    package func browser(
        _ browser: InventedBrowser = InventedBrowser(), in code: Section.Code = .international, follow: FollowWish? = nil,
        _ change: (inout Preferences) -> Void = { _ in }
    ) async throws -> Supporter.ID {
        let section = try await section(code)
        var preferences = Preferences.usual(of: section, in: "en")
        change(&preferences)
        return try await SubscribeBrowser(database: store.database, world: store.world, keyring: keyring)(
            BrowserRequest(
                endpoint: browser.endpoint, key: browser.key, secret: browser.secret, section: section, preferences: preferences, follow: follow))
    }
}
