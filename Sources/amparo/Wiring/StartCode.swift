import Foundation
import ServiceLifecycle

/// Gives back the pages of machine code that a start has run through and that an idle server has no use for: half of what it would hold.
///
/// Pages of a file that is not written to can be taken out of a process at any time; what runs again comes back from the kernel's own memory
/// of the file, 16 pages at a time (madvise(2), MADV_DONTNEED).
struct StartCode: Service {
    /// Reads how the process's memory lies, one range a line (proc(5), `maps`).
    private static let map = "/proc/self/maps"

    func run() async throws {
        await cancelWhenGracefulShutdown {
            // by then somebody who waited for the start has read the first page
            do { try await Task.sleep(for: .seconds(1)) } catch { return }
            Self.giveBack()
        }
    }

    static func giveBack() {
        guard let map = try? String(contentsOfFile: map, encoding: .utf8) else { return }
        for line in map.split(separator: "\n") {
            guard let range = codeOfAFile(line), let place = UnsafeMutableRawPointer(bitPattern: range.lowerBound) else { continue }
            madvise(place, Int(range.count), MADV_DONTNEED)
        }
    }

    /// "55d0c0000000-55d0c2a00000 r-xp 01a3f000 fe:00 1234   /usr/bin/amparo"; nil for what can be written to or comes from no file.
    static func codeOfAFile(_ line: Substring) -> Range<UInt>? {
        let parts = line.split(separator: " ", omittingEmptySubsequences: true)
        guard parts.count >= 6, parts[1] == "r-xp", parts[5].hasPrefix("/") else { return nil }
        let ends = parts[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
        guard ends.count == 2, ends[0] < ends[1] else { return nil }
        return ends[0]..<ends[1]
    }
}
