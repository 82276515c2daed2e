import Storage

/// An element whenever there may be something to do: at once, after a commit by anybody, and every so often since things fall due by themselves.
struct Wakes: Sendable {
    let stream: AsyncStream<Void>
    private let bell: AsyncStream<Void>.Continuation

    init() {
        (stream, bell) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        bell.yield()
    }

    /// Rings until it is cancelled.
    func ring(_ database: any Database, every pause: Duration) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { for await _ in database.changes() { bell.yield() } }
            group.addTask {
                while (try? await Task.sleep(for: pause)) != nil { bell.yield() }
            }
        }
    }

    func end() { bell.finish() }
}
