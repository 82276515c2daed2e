import CPostgres
import Dispatch
import Foundation
import Storage
import Synchronization

/// Hears of commits on a line of its own, and opens it again when it breaks.
///
/// Notifications tell at once. Under them lies a net: twice a second the server is asked which transactions are to be seen, so that a commit is
/// noticed within a second even if its notification never came, and a server that does not answer is noticed, too.
final class Listener: Sendable {
    let announcements = Announcements()
    private let address: PostgresAddress
    private let contact: Contact
    /// Told how far the server is before anybody is told that there is something new; nil where no replica has to follow.
    private let horizon: Horizon?
    private let queue = DispatchQueue(label: "amparo.postgres.listener")
    private let isStarted = Atomic(false)
    private let bell: (ring: Int32, hear: Int32)  // a pipe that ends every wait

    /// Milliseconds between two looks at the server.
    private static let pause: Int32 = 400
    /// After so long without a word nobody may rely on what was read before: something may have been withdrawn.
    private static let trust = Duration.seconds(30)

    init(address: PostgresAddress, contact: Contact, horizon: Horizon?) {
        self.address = address
        self.horizon = horizon
        self.contact = contact
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
        contact.beginWatch()
        queue.async {
            var heard = ContinuousClock.now
            repeat {
                if let line = try? self.listeningLine() {
                    self.follow(line)
                    heard = .now
                }
                if ContinuousClock.now - heard > Self.trust { self.announcements.announce() }
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
        let line = try Line(address, contact)
        try line.run("DO $$ BEGIN EXECUTE format('LISTEN %I', \(Access.channel)); END $$", within: .seconds(2))
        return line
    }

    /// Until the line breaks or the bell rings.
    private func follow(_ line: Line) {
        var seen: String?, looked = ContinuousClock.now, isNew = true
        while !line.isLost {
            if seen == nil || isNew && horizon != nil || ContinuousClock.now - looked >= .milliseconds(Int(Self.pause)) {
                guard let pulse = try? line.pulse() else { return }
                contact.noteAnswer(by: pulse.server)
                horizon?.confirm(pulse.position, isNew: seen == nil)
                isNew = isNew || pulse.snapshot != seen
                seen = pulse.snapshot
                looked = .now
            }
            if isNew { announcements.announce() }
            guard isQuiet(PQsocket(line.pointer), for: Self.pause) else { return }
            isNew = heardOfCommit(line)
        }
    }

    private func heardOfCommit(_ line: Line) -> Bool {
        PQconsumeInput(line.pointer)
        var isNew = false
        while let notification = PQnotifies(line.pointer) {
            isNew = true
            PQfreemem(notification)
        }
        return isNew
    }

    /// Waits for the socket, if there is one, or so long; false when the bell was rung, which stays rung.
    private func isQuiet(_ socket: Int32, for milliseconds: Int32) -> Bool {
        var waited = [pollfd(fd: bell.hear, events: Int16(POLLIN), revents: 0), pollfd(fd: socket, events: Int16(POLLIN), revents: 0)]
        poll(&waited, 2, milliseconds)
        return waited[0].revents == 0
    }
}
