import Documents
import Foundation
package import Mail
import ServiceLifecycle
import Synchronization

/// Mails letters to supporters out of memory, at once, and again for a while when the server is not ready.
///
/// A letter may hold a link that opens somebody's page, so no row and no log has it: a process that ends loses what it had not sent. The
/// person asks again and gets another, which is the price of there being nothing to steal. A graceful stop tries what waits once more.
package final class MailPostbox: Postbox, Service {
    private struct Tray {
        var letters: [(letter: SupporterLetter, attempts: Int)] = []
        var isOver = false
    }

    private let mailer: any Mailer
    private let letterhead: Letterhead
    private let world: World
    private let tray = Mutex(Tray())
    private let bell: AsyncStream<Void>
    private let ring: AsyncStream<Void>.Continuation

    /// More than so many and the oldest is let go: its owner has asked again long since.
    private static let limit = 1_000
    private static let attemptsAtMost = 6

    package init(mailer: any Mailer, letterhead: Letterhead, world: World) {
        (bell, ring) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        self.mailer = mailer
        self.letterhead = letterhead
        self.world = world
    }

    package func post(_ letter: SupporterLetter) async { put(letter, attempts: 0) }

    package func run() async {
        await withGracefulShutdownHandler {
            await withDiscardingTaskGroup { retries in
                for await _ in bell {
                    while let next = take() { await send(next.letter, next.attempts, &retries) }
                }
                retries.cancelAll()
            }
            while let next = take() { _ = await verdict(on: next.letter) }
        } onGracefulShutdown: { [self] in
            tray.withLock { $0.isOver = true }
            ring.finish()
        }
    }

    private func put(_ letter: SupporterLetter, attempts: Int) {
        tray.withLock { tray in
            if tray.letters.count >= Self.limit { tray.letters.removeFirst() }
            tray.letters.append((letter, attempts))
        }
        ring.yield()
    }

    private func take() -> (letter: SupporterLetter, attempts: Int)? {
        tray.withLock { $0.letters.isEmpty ? nil : $0.letters.removeFirst() }
    }

    private func send(_ letter: SupporterLetter, _ attempts: Int, _ retries: inout DiscardingTaskGroup) async {
        switch await verdict(on: letter) {
        case .accepted, .refused, nil: return
        case .refusedForNow, .postponed: break
        }
        guard attempts + 1 < Self.attemptsAtMost else { return }
        let pause = RetryDelay.seconds(after: attempts + 1, token: world.token())
        retries.addTask { [self] in
            try? await Task.sleep(for: .seconds(pause))
            put(letter, attempts: attempts + 1)
        }
    }

    /// nil while nobody said who sends.
    private func verdict(on letter: SupporterLetter) async -> Verdict? {
        guard let head = letterhead.head(of: letter.section) else { return nil }
        return await mailer.send(
            Mail.Message(
                from: head.from, to: letter.to, replyTo: head.replyTo, subject: Mail.Subject(letter.subject),
                text: MessageText(letter.text), html: letter.html.isEmpty ? nil : MessageText(letter.html), language: letter.language,
                id: "\(letter.id)@\(letter.section.host)", returnPath: head.returnPath("letter"),
                date: Date(timeIntervalSince1970: Double(world.now().milliseconds) / 1_000), isAutomatic: true))
    }
}
