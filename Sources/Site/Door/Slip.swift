import Synchronization

/// What a request for a page of everybody's leaves for those who ask for the same next: the page, and when it was good.
///
/// Begun before anything else of the request is looked at, so that whatever changes meanwhile is seen to have changed.
final class Slip: Sendable {
    let moment: ReadyAnswers.Moment
    private let noted = Mutex<Note?>(nil)

    struct Note: Sendable {
        let page: KeptPage
        /// The one address of the page, however it was asked for.
        let address: String
    }

    init(_ moment: ReadyAnswers.Moment) {
        self.moment = moment
    }

    func note(_ page: KeptPage, at address: String) {
        noted.withLock { $0 = Note(page: page, address: address) }
    }

    var note: Note? { noted.withLock { $0 } }
}
