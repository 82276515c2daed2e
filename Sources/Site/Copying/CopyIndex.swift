import Synchronization

/// The files of pages that stand for themselves, as far as they are written; pages of actions lead to them.
final class CopyIndex: Sendable {
    private let names = Mutex<Set<String>>([])
    private let total = Atomic(0)
    private let missed = Mutex<Set<String>>([])

    /// How many files were written in all.
    var written: Int { total.load(ordering: .relaxed) }

    /// The pages and documents of actions that could not be made.
    var unmade: [String] { missed.withLock { $0.sorted() } }

    func miss(_ address: String) { missed.withLock { _ = $0.insert(address) } }
    func has(_ file: String) -> Bool { names.withLock { $0.contains(file) } }
    func note(_ file: String) { names.withLock { _ = $0.insert(file) } }
    func count() { total.add(1, ordering: .relaxed) }

    /// Begins anew; what was there.
    func clear() -> Set<String> {
        names.withLock { names in
            defer { names = [] }
            return names
        }
    }
}
