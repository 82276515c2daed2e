import Documents
import Synchronization

/// What all notices of the same alerts in one language have in common: everything but the way out, which is each supporter's own and stands
/// between the two halves.
struct NoticeFrame: Sendable {
    let subject: String
    let plain: Halves
    let html: Halves
    let short: String
    /// The first lines, for a notification that shows no more.
    let summary: String

    struct Halves: Sendable {
        let before: String
        let after: String

        func with(_ middle: String) -> String { before + middle + after }
    }
}

/// The frames of notices that are written out of one view of the data, each made once.
final class NoticeFrames: Sendable {
    struct Key: Hashable {
        let alerts: [Alert.ID]
        let language: Language
        let isDigest: Bool
        let isForGroup: Bool
    }

    private let frames = Mutex<[Key: NoticeFrame]>([:])

    func frame(_ key: Key, _ make: () -> NoticeFrame) -> NoticeFrame {
        if let frame = frames.withLock({ $0[key] }) { return frame }
        let frame = make()
        frames.withLock { $0[key] = frame }
        return frame
    }
}
