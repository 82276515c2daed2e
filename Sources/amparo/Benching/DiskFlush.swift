import Foundation

/// How long the disk takes to keep a page for good: what every commit waits for, and no program can hurry.
struct DiskFlush {
    let folder: String

    /// A page of 4 kB, written and flushed, again and again.
    func callAsFunction(times: Int = 200) async throws -> Timings {
        let file = open("\(folder)/flush", O_WRONLY | O_CREAT, 0o600)
        guard file >= 0 else { throw Complaint("\(folder) cannot be written to.", status: .unavailable) }
        defer { close(file) }
        let page = [UInt8](repeating: 7, count: 4_096)
        return await Timings.of(times) { number in
            pwrite(file, page, page.count, off_t(number % 16 * page.count))
            fdatasync(file)
        }
    }
}
