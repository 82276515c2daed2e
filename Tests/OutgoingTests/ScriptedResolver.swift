import Outgoing
import Synchronization

/// Gives one list of addresses after another, as a name server would that wants to be asked twice; the last for ever.
final class ScriptedResolver: NameResolver {
    private let answers: Mutex<(left: [[String]], asked: Int)>

    init(_ answers: [String]...) {
        self.answers = Mutex((answers, 0))
    }

    var asked: Int { answers.withLock { $0.asked } }

    func addresses(of name: String) -> [IPAddress] {
        answers.withLock { state in
            state.asked += 1
            return (state.left.count > 1 ? state.left.removeFirst() : state.left.first ?? []).compactMap { IPAddress($0) }
        }
    }
}
