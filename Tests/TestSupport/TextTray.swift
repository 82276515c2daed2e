import Campaign
package import Outgoing
import Synchronization

/// Keeps text messages for a test to read, and answers for their gateway.
package final class TextTray: Texter {
    private let held = Mutex<(messages: [SMSMessage], answer: Reception)>(([], .taken))

    package init() {}

    /// What the gateway says from now on.
    package func answer(_ reception: Reception) { held.withLock { $0.answer = reception } }

    /// Takes all messages out.
    package func empty() -> [SMSMessage] {
        held.withLock { held in
            defer { held.messages = [] }
            return held.messages
        }
    }

    package func send(_ message: SMSMessage) async -> Reception {
        held.withLock { held in
            held.messages.append(message)
            return held.answer
        }
    }
}

extension SMSMessage {
    /// The six digits of a code, where it has some.
    package var code: String? { text.split { !$0.isNumber }.map(String.init).first { $0.count == 6 } }
}
