/// Reads some documents side by side, as many at a time as there are cores, and keeps their order.
struct ReadingGroup {
    let intake: Intake
    let width: Int
    let interruption: Interruption
    let progress: Progress

    /// Fewer than were asked for when somebody interrupts: those that are being read, and no more.
    func callAsFunction(_ files: ArraySlice<DocumentFile>) async throws -> [Taken] {
        let intake = intake, progress = progress
        return try await withThrowingTaskGroup(of: (Int, Taken).self) { group in
            var taken: [Int: Taken] = [:]
            for (started, place) in files.indices.enumerated() where !interruption.isAsked {
                if started >= width, let (place, one) = try await group.next() { taken[place] = one }
                group.addTask {
                    let one = try await intake.read(files[place])
                    progress.advance()
                    return (place, one)
                }
            }
            for try await (place, one) in group { taken[place] = one }
            return taken.sorted { $0.key < $1.key }.map(\.value)
        }
    }
}
