import Campaign
import NIOCore
import Synchronization

/// Where each event loop finds its own copy of the ready answers.
final class Doorway: Sendable {
    let ready: ReadyAnswers
    private let loops = Mutex<[ObjectIdentifier: NIOLoopBound<LoopAnswers>]>([:])

    private let measures: Measures

    init(_ ready: ReadyAnswers, measures: Measures = Measures()) {
        self.ready = ready
        self.measures = measures
    }

    /// To be called on that loop.
    func answers(on loop: any EventLoop) -> LoopAnswers {
        loops.withLock { loops in
            if let known = loops[ObjectIdentifier(loop)] { return known }
            let made = NIOLoopBound(LoopAnswers(ready, measures: measures), eventLoop: loop)
            loops[ObjectIdentifier(loop)] = made
            return made
        }.value
    }
}
