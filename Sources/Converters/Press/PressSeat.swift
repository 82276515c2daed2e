import Dispatch
import Foundation
import Synchronization

/// A place where one process makes papers; on its queue alone. The process is started when it is needed, and replaced when it hangs, dies or grows.
final class PressSeat: Sendable {
    let place: Int
    let queue: DispatchQueue
    private let bounds: PressBounds
    private let largest = Atomic(0)
    private let process = Mutex<(process: PressProcess, papers: Int)?>(nil)

    init(_ place: Int, _ bounds: PressBounds) {
        self.place = place
        self.bounds = bounds
        queue = DispatchQueue(label: "amparo.press.\(place)")
    }

    deinit {
        process.withLock { $0?.process.end() }
    }

    /// Bytes of memory that a process here held at most.
    var memory: Int { largest.load(ordering: .relaxed) }

    /// Starts the process unless it runs; false when it cannot be started.
    func isReady(_ python: String) -> Bool {
        process.withLock { process in
            if process == nil { process = (try? start(python)).map { ($0, 0) } }
            return process != nil
        }
    }

    func paper(_ html: [UInt8], _ python: String) -> Result<[UInt8], PressFailure> {
        guard isReady(python) else { return .failure(.missing) }
        return process.withLock { current in
            guard let worker = current else { return .failure(.missing) }
            let reply = worker.process.paper(html, bounds)
            current = (worker.process, worker.papers + 1)
            if let reply { largest.max(reply.memory, ordering: .relaxed) }
            if reply == nil || (reply?.memory ?? 0) > bounds.growth || worker.papers + 1 >= bounds.papers {
                worker.process.end()
                current = nil
            }
            guard let reply, reply.kind == .made else { return .failure(.failed) }
            return .success(reply.content)
        }
    }

    private func start(_ python: String) throws(PressFailure) -> PressProcess {
        try PressProcess(python: Interpreter(python), scripts: Self.scripts, bounds: bounds)
    }

    private static var scripts: String {
        Bundle.module.bundleURL.appending(path: "Resources").path
    }
}
