import Foundation

/// Works all lines to a server on one thread: gives them messages, sends and hears whatever is ready, and opens further ones when there is
/// more to do. A line is opened on a thread of its own, for libcurl waits.
final class SMTPLoop {
    private let server: SMTPServer
    private let connections: Int
    private let patience: SMTPPatience
    private let inbox: SMTPInbox
    private let answers = SMTPAnswers()
    private var sessions: [SMTPSession] = []
    private var waiting: ArraySlice<Handover> = []
    private var opening = 0
    /// The seats of lines that broke before the last message they took was noted: until then no other line takes their place.
    private var departed: Set<SMTPSession.Seat> = []
    private var nextSeat: SMTPSession.Seat = 0
    /// When all lines are looked at next for what took too long.
    private var nextLook = ContinuousClock.now
    private var polled: [pollfd] = []
    /// Of the lines that are polled, behind the bell.
    private var places: [Int] = []

    /// So late at most is noticed that something took too long: lines that have much to do are not looked at each time one of them goes on.
    private static let rest = Duration.milliseconds(20)

    init(to server: SMTPServer, connections: Int, patience: SMTPPatience, inbox: SMTPInbox) {
        self.server = server
        self.connections = connections
        self.patience = patience
        self.inbox = inbox
    }

    /// Works until the inbox is at its end and nothing is under way.
    func run() {
        CurlHandle.ignoreBrokenPipes()
        while true {
            let end = inbox.lastMoment  // first, so that what was put before it is taken in
            takeIn()
            if end != nil { handBack(.notTried) }
            serve()
            flush()
            if let end, isAtEnd(end) { break }
            answers.tell(ofLines: sessions.count)
            wait()
        }
        answers.tell()
        for session in sessions { session.leave() }
    }

    private func takeIn() {
        let content = inbox.take(), now = ContinuousClock.now
        waiting += content.handovers
        for opened in content.opened {
            opening -= 1
            switch opened.line {
            case .success(let line):
                let session = SMTPSession(line, seat: nextSeat, patience: patience, answers: answers)
                nextSeat += 1
                session.take(opened.handover, at: now)
                sessions.append(session)
            case .failure(let unopened):
                answers.add(unopened.outcome, of: opened.handover)
                // whoever waits would fare no better, and staff see why
                if unopened.outcome.trouble == .server { handBack(unopened.outcome) }
            }
        }
        if !content.isEmpty { stir(now) }
        for (seat, isNoted) in content.released {
            departed.remove(seat)
            each(sessions.firstIndex { $0.seat == seat }) { session throws(SMTPLine.Broken) in try session.release(isNoted: isNoted, at: now) }
        }
    }

    /// Gives what waits to lines that have nothing to do, to new ones, and behind what others are at, in this order.
    private func serve() {
        guard !waiting.isEmpty else { return }
        let now = ContinuousClock.now
        while let first = waiting.first, first.latest <= now {
            waiting.removeFirst()
            answers.add(.notTried, of: first)
        }
        for session in sessions where !waiting.isEmpty && session.isIdle { session.take(waiting.removeFirst(), at: now) }
        while sessions.count + opening + departed.count < connections, let next = waiting.popFirst() { open(for: next) }
        for session in sessions where !waiting.isEmpty && session.isFree { session.take(waiting.removeFirst(), at: now) }
        if waiting.isEmpty { waiting = [] }
    }

    private func handBack(_ outcome: SMTPOutcome) {
        for handover in waiting { answers.add(outcome, of: handover) }
        waiting = []
    }

    private func open(for handover: Handover) {
        opening += 1
        let thread = Thread { [server, patience, inbox] in
            let line = Result { () throws(SMTPLine.Unopened) in
                try SMTPLine(to: server, patience: patience) { inbox.lastMoment.map { $0 < .now } ?? false }
            }
            inbox.put(SMTPInbox.Opened(handover: handover, line: line))
        }
        thread.name = "mail line"
        thread.stackSize = 1 << 20
        thread.start()
    }

    private func flush() {
        let now = ContinuousClock.now
        for place in sessions.indices.reversed() where sessions[place].isWaitingToSay {
            each(place) { session throws(SMTPLine.Broken) in try session.flush(at: now) }
        }
    }

    /// Until a line can go on, something comes in or time is up.
    private func wait() {
        polled.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        polled.append(pollfd(fd: inbox.bell, events: Int16(POLLIN), revents: 0))
        for (place, session) in sessions.enumerated() where session.isWaitingToSay || session.isWaitingToHear {
            polled.append(pollfd(fd: session.line.socket, events: Int16(session.isWaitingToSay ? POLLOUT : POLLIN), revents: 0))
            places.append(place)
        }
        let count = poll(&polled, nfds_t(polled.count), inbox.fallAsleep() ? pause() : 0), now = ContinuousClock.now
        if polled[0].revents != 0 { inbox.hush() }
        if count > 0 {
            for index in places.indices.reversed() where polled[index + 1].revents != 0 {
                stir(now)
                each(places[index]) { session throws(SMTPLine.Broken) in
                    try session.flush(at: now)
                    if !session.isWaitingToSay { try session.hear(at: now) }
                }
            }
        }
        if nextLook <= now { look(at: now) }
    }

    /// Something is under way that may take too long.
    private func stir(_ now: ContinuousClock.Instant) { nextLook = min(nextLook, now + Self.rest) }

    /// Gives up what took too long.
    private func look(at now: ContinuousClock.Instant) {
        each { session throws(SMTPLine.Broken) in try session.look(at: now) }
        // a second at most, so that an end of the program is noticed
        nextLook = sessions.reduce(min(now + .seconds(1), waiting.first?.latest ?? now + .seconds(1))) { min($0, $1.deadline ?? $0) }
    }

    /// In milliseconds.
    private func pause() -> CInt {
        guard answers.isEmpty else { return SMTPAnswers.wait }
        let now = ContinuousClock.now
        return nextLook <= now ? 0 : CInt(now.duration(to: nextLook) / .milliseconds(1)) + 1
    }

    /// Whether everything is over. What is still under way at the last moment is broken off.
    private func isAtEnd(_ end: ContinuousClock.Instant) -> Bool {
        if end < .now { each { (_) throws(SMTPLine.Broken) in throw .over } }
        return opening == 0 && sessions.allSatisfy(\.isAtRest)
    }

    private func each(_ body: (SMTPSession) throws(SMTPLine.Broken) -> Void) {
        for place in sessions.indices.reversed() { each(place, body) }
    }

    /// Does it with a session, and lets go of one that breaks.
    private func each(_ place: Int?, _ body: (SMTPSession) throws(SMTPLine.Broken) -> Void) {
        guard let place else { return }
        do throws(SMTPLine.Broken) {
            try body(sessions[place])
        } catch {
            let session = sessions.remove(at: place)
            if session.isHeld { departed.insert(session.seat) }
            if let stray = session.end(error) { waiting.insert(stray, at: waiting.startIndex) }
        }
    }
}
