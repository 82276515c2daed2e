import Campaign
import Documents

/// Takes in documents, few at a time however many there are; what is refused stops nothing but itself.
struct Batch {
    let intake: Intake
    let listener: BatchListener
    let interruption: Interruption
    let progress: Progress
    let width: Int

    /// How many documents are read and then written in one transaction. While one group is written the next is read.
    static let groupSize = 32

    /// Tells of each document in the order given; of those whose action another document brought, or nobody, at the end.
    func callAsFunction(_ files: [DocumentFile]) async throws {
        let waiting = try await take(files[...])
        if !interruption.isAsked { try await retry(waiting) }
        progress.end()
    }

    /// Takes the files group by group. Returns those that wait for their action, of which nothing is told yet.
    private func take(_ files: ArraySlice<DocumentFile>) async throws -> [DocumentFile] {
        let read = ReadingGroup(intake: intake, width: width, interruption: interruption, progress: progress)
        var waiting: [DocumentFile] = [], left = files
        var group = try await read(left.popFirst(Self.groupSize))
        while !group.isEmpty && !interruption.isAsked {
            let files = left.popFirst(Self.groupSize)
            async let next = read(files)
            let taken = try await intake.accept(group)
            waiting += taken.filter(\.waitsForAction).map(\.file)
            try tell(taken.filter { !$0.waitsForAction })
            group = try await next
        }
        return waiting
    }

    /// An update may lie before the document whose number it needs; as long as one more finds its action, the others get another chance.
    /// There and back again, since chains may lie in either order.
    private func retry(_ waiting: [DocumentFile]) async throws {
        var waiting = waiting
        while !waiting.isEmpty && !interruption.isAsked {
            let left = try await again(waiting)
            guard left.count < waiting.count else { break }
            waiting = left.reversed()
        }
        for one in waiting where !interruption.isAsked {
            let reading = try await intake.read(one)
            try tell([reading.answered(.refused(ImportRefusal.noReference))])
        }
    }

    private func tell(_ taken: [Taken]) throws {
        try progress.aside(refused: taken.count(where: \.isRefused)) { for one in taken { try listener(one) } }
    }

    private func again(_ waiting: [DocumentFile]) async throws -> [DocumentFile] {
        var left: [DocumentFile] = []
        for one in waiting {
            guard !interruption.isAsked else { return left }
            let taken = try await intake.accept([try await intake.read(one)])
            left += taken.filter(\.waitsForAction).map(\.file)
            try tell(taken.filter { !$0.waitsForAction })
        }
        return left
    }
}

extension ArraySlice {
    /// Removes and returns the first few.
    fileprivate mutating func popFirst(_ count: Int) -> ArraySlice {
        defer { self = dropFirst(count) }
        return prefix(count)
    }
}
