import Synchronization

/// Counters or distributions of one kind, told apart by labels: route, method and status of requests.
///
/// A label says what kind of thing it was and never whose: patterns of routes, not addresses. There is a most of them, so that nobody fills
/// memory with words they make up; what comes after is counted under "other".
package final class Family<Member: Sendable>: Sendable {
    package let name: String
    package let meaning: String
    package let labels: [String]
    private let members = Mutex<[[String]: Member]>([:])
    private let make: @Sendable () -> Member

    private static var most: Int { 1_000 }

    package init(_ name: String, _ meaning: String, by labels: [String], make: @escaping @Sendable () -> Member) {
        self.name = name
        self.meaning = meaning
        self.labels = labels
        self.make = make
    }

    package func callAsFunction(_ values: String...) -> Member {
        members.withLock { members in
            if let known = members[values] { return known }
            let key = members.count < Self.most ? values : values.map { _ in "other" }
            let member = members[key] ?? make()
            members[key] = member
            return member
        }
    }

    package var all: [(values: [String], member: Member)] {
        members.withLock { $0.map { ($0.key, $0.value) } }.sorted { $0.0.lexicographicallyPrecedes($1.0) }
    }
}
