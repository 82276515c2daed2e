import Mail
import Synchronization

@testable import Campaign

/// A mailer that keeps what it is given and answers as the test says.
final class Outbox: Mailer {
    private let held = Mutex<[Mail.Message]>([])
    private let answer: @Sendable (Mail.Message) -> Verdict

    init(answer: @escaping @Sendable (Mail.Message) -> Verdict = { _ in .accepted("250 2.0.0 taken") }) {
        self.answer = answer
    }

    /// What was taken.
    var messages: [Mail.Message] { held.withLock { $0 } }

    func post(_ mailings: [Mailing]) {
        for mailing in mailings {
            let verdict = answer(mailing.message)
            if case .accepted = verdict { held.withLock { $0.append(mailing.message) } }
            mailing.told(Receipt(verdict))
        }
    }
}
