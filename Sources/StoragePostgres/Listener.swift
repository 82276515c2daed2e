import CPostgres
import Dispatch
import Foundation
import Storage
import Synchronization

/// Hears of commits on a line of its own, and opens it again when it breaks.
final class Listener: Sendable {
    let announcements = Announcements()
    private let address: String
    private let queue = DispatchQueue(label: "amparo.postgres.listener")
    private let isStarted = Atomic(false)
    private let bell: (ring: Int32, hear: Int32)  // a pipe that ends every wait

    init(address: String) {
        self.address = address
        var ends: [Int32] = [-1, -1]
        pipe(&ends)
        bell = (ends[1], ends[0])
    }

    deinit {
        Foundation.close(bell.ring)
        Foundation.close(bell.hear)
    }

    /// Listens from now on, once. Every new line begins with an announcement, for what happened before it was not heard.
    func start() {
        guard !isStarted.exchange(true, ordering: .relaxed) else { return }
        queue.async {
            repeat {
                guard let line = try? self.listeningLine() else { continue }
                while !line.isLost, self.isQuiet(PQsocket(line.pointer), for: -1) { self.hear(line) }
            } while self.isQuiet(-1, for: 500)
        }
    }

    func stop() {
        announcements.end()
        _ = write(bell.ring, [0], 1)
    }

    func close() async {
        stop()
        await withCheckedContinuation { continuation in queue.async { continuation.resume() } }
    }

    private func listeningLine() throws -> Line {
        let line = try Line(address)
        try line.run("DO $$ BEGIN EXECUTE format('LISTEN %I', \(Access.channel)); END $$")
        announcements.announce()
        return line
    }

    private func hear(_ line: Line) {
        PQconsumeInput(line.pointer)
        var isNew = false
        while let notification = PQnotifies(line.pointer) {
            isNew = true
            PQfreemem(notification)
        }
        if isNew { announcements.announce() }
    }

    /// Waits for the socket, if there is one, or so long; false when the bell was rung, which stays rung.
    private func isQuiet(_ socket: Int32, for milliseconds: Int32) -> Bool {
        var waited = [pollfd(fd: bell.hear, events: Int16(POLLIN), revents: 0), pollfd(fd: socket, events: Int16(POLLIN), revents: 0)]
        poll(&waited, 2, milliseconds)
        return waited[0].revents == 0
    }
}
