import Campaign
import Foundation
import Mail
import Synchronization

/// Hands messages on and counts those that the server took; the moment of the first is kept, and a number of messages.
final class TakenMail: Mailer {
    struct Count: Sendable {
        var taken = 0
        var other = 0
        var first: ContinuousClock.Instant?
        fileprivate(set) var kept: [Mail.Message] = []

        /// One of those that were taken, about as long as they are on average: languages differ by a thousand bytes, and what comes first by chance.
        func sample() throws -> [UInt8]? {
            let all = try kept.map { try $0.bytes() }, mean = all.reduce(0) { $0 + $1.count } / max(1, all.count)
            return all.min { abs($0.count - mean) < abs($1.count - mean) }
        }
    }

    /// So many messages tell how long they are.
    private static let kept = 1_000

    private let postman: Postman
    private let count = Mutex(Count())

    init(_ postman: Postman) {
        self.postman = postman
    }

    var sum: Count { count.withLock { $0 } }

    func post(_ mailings: [Mailing]) {
        count.withLock { count in
            if count.kept.count < Self.kept { count.kept += mailings.map(\.message) }
        }
        postman.post(
            mailings.map { mailing in
                // the words are not held on to: that would be work which nobody has who only sends
                let told = mailing.told
                return Mailing(mailing.message) { [self] receipt in
                    count.withLock { count in
                        guard case .accepted = receipt.verdict else { return count.other += 1 }
                        count.taken += 1
                        if count.first == nil { count.first = .now }
                    }
                    told(receipt)
                }
            })
    }
}
