import NIOCore
import Synchronization

/// Where each event loop finds its own copy of the ready answers.
final class Doorway: Sendable {
    let ready: ReadyAnswers
    private let loops = Mutex<[ObjectIdentifier: NIOLoopBound<LoopAnswers>]>([:])

    init(_ ready: ReadyAnswers) {
        self.ready = ready
    }

    /// To be called on that loop.
    func answers(on loop: any EventLoop) -> LoopAnswers {
        loops.withLock { loops in
            if let known = loops[ObjectIdentifier(loop)] { return known }
            let made = NIOLoopBound(LoopAnswers(ready), eventLoop: loop)
            loops[ObjectIdentifier(loop)] = made
            return made
        }.value
    }
}
