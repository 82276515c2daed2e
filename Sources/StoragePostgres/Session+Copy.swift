import Foundation
import Storage

extension Session {
    /// The server has not repeated all that was asked for, and did not soon.
    struct Behind: Error {}

    /// Milliseconds between looks at a server that is behind: what it follows has written a moment ago.
    private static let patience: [UInt32] = [4, 12, 40]

    /// A read on a server that follows ours, once it is as far as `position`; with how far it was at the end.
    func copy<T: Sendable>(
        from position: Int64, _ body: @escaping @Sendable (any Connection) throws -> T
    ) async throws -> (result: T, reached: Int64) {
        try await onQueue { cancellation in
            let line = try self.open()
            try Self.wait(for: position, on: line)
            let result = try self.run(.readSettled, cancellation, body)
            guard self.holds(line) else { throw Behind() }  // another line may lead to another server
            return (result, try Self.position(of: line))
        }
    }

    private static func wait(for position: Int64, on line: Line) throws {
        for pause in patience {
            if try Self.position(of: line) >= position { return }
            usleep(pause * 1_000)
        }
        guard try Self.position(of: line) >= position else { throw Behind() }
    }

    static func position(of line: Line) throws -> Int64 {
        do {
            guard let row = try line.run(Pulse.positionQuestion).rows.first else { throw StorageFailure.unreachable("no answer") }
            return try row("position")
        } catch let refused as Refused {
            throw refused.failure
        }
    }
}
