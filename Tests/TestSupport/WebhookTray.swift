import Campaign
package import Outgoing
import Synchronization

/// Keeps the messages to other programs for a test to read, and answers for their servers.
package final class WebhookTray: WebhookPost {
    package struct Posted: Sendable {
        package let body: String
        package let headers: [String: String]
        package let url: String
    }

    private let held = Mutex<(posted: [Posted], answer: Reception)>(([], .taken))

    package init() {}

    /// What the servers say from now on.
    package func answer(_ reception: Reception) { held.withLock { $0.answer = reception } }

    /// Takes all messages out, those that were not taken too.
    package func empty() -> [Posted] {
        held.withLock { held in
            defer { held.posted = [] }
            return held.posted
        }
    }

    package func post(_ body: String, _ headers: [(name: String, value: String)], to url: OutgoingURL) async -> Reception {
        let fields = Dictionary(headers.map { ($0.name, $0.value) }) { one, _ in one }
        return held.withLock { held in
            held.posted.append(Posted(body: body, headers: fields, url: url.text))
            return held.answer
        }
    }
}
