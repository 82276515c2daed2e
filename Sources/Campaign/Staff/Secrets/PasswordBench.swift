import Dispatch
import Synchronization

/// Hashes passwords one at a time on a thread of its own: each takes 64 MiB, and a flood of sign-ins must not take all the memory. Whoever finds
/// the line full is told so at once.
package final class PasswordBench: Sendable {
    private let queue = DispatchQueue(label: "passwords")
    /// What a sign-in under an unknown name is compared with, so that it takes as long as any other.
    private let nobody: String
    private let line: Int
    private let waiting = Atomic(0)

    /// - Parameter line: how many wait at most; sixty take some five seconds.
    package init(line: Int = 60) throws {
        self.line = line
        nobody = try Password("nobody has this one")?.hash() ?? ""
    }

    /// Throws `StaffRefusal.busy`.
    func hash(_ password: Password) async throws -> String {
        try enter()
        defer { leave() }
        return try await withCheckedThrowingContinuation { turn in
            queue.async { turn.resume(with: Result { try password.hash() }) }
        }
    }

    /// - Parameter hash: nil for somebody who is not there; the answer is false then, and comes as late.
    ///
    /// Throws `StaffRefusal.busy`.
    func matches(_ password: Password, _ hash: String?) async throws(StaffRefusal) -> Bool {
        try enter()
        defer { leave() }
        return await withCheckedContinuation { turn in
            queue.async { [nobody] in
                let isTrue = password.matches(hash ?? nobody)
                turn.resume(returning: isTrue && hash != nil)
            }
        }
    }

    private func enter() throws(StaffRefusal) {
        guard waiting.add(1, ordering: .relaxed).newValue <= line else {
            leave()
            throw .busy
        }
    }

    private func leave() { waiting.subtract(1, ordering: .relaxed) }
}
