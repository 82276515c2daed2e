import Campaign
import Foundation
import Mail
import Synchronization

/// Hands messages on and counts those that the server took; the first is kept with its moment.
final class TakenMail: Mailer {
    struct Count: Sendable {
        var taken = 0
        var other = 0
        var first: ContinuousClock.Instant?
        var sample: Mail.Message?
    }

    private let postman: Postman
    private let count = Mutex(Count())

    init(_ postman: Postman) {
        self.postman = postman
    }

    var sum: Count { count.withLock { $0 } }

    func post(_ mailings: [Mailing]) {
        postman.post(
            mailings.map { mailing in
                Mailing(mailing.message) { [self] receipt in
                    count.withLock { count in
                        guard case .accepted = receipt.verdict else { return count.other += 1 }
                        count.taken += 1
                        if count.first == nil { (count.first, count.sample) = (.now, mailing.message) }
                    }
                    mailing.told(receipt)
                }
            })
    }
}
