import Dispatch

/// Hashes passwords one at a time on a thread of its own: each takes 64 MiB, and a flood of sign-ins must not take all the memory.
package final class PasswordBench: Sendable {
    private let queue = DispatchQueue(label: "passwords")
    /// What a sign-in under an unknown name is compared with, so that it takes as long as any other.
    private let nobody: String

    package init() throws {
        nobody = try Password("nobody has this one")?.hash() ?? ""
    }

    func hash(_ password: Password) async throws -> String {
        try await withCheckedThrowingContinuation { turn in
            queue.async { turn.resume(with: Result { try password.hash() }) }
        }
    }

    /// - Parameter hash: nil for somebody who is not there; the answer is false then, and comes as late.
    func matches(_ password: Password, _ hash: String?) async -> Bool {
        await withCheckedContinuation { turn in
            queue.async { [nobody] in
                let isTrue = password.matches(hash ?? nobody)
                turn.resume(returning: isTrue && hash != nil)
            }
        }
    }
}
