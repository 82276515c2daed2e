import Documents
import Foundation

/// A file of which only the pieces that are asked for are read, so that it may be larger than the memory.
struct FileBytes: ArchiveBytes {
    let path: String
    let count: Int

    /// Throws `Unfit` when there is no such file or it may not be read.
    init(_ path: String) throws(Unfit) {
        let file = try Self.open(path)
        defer { try? file.close() }
        guard let end = try? file.seekToEnd() else { throw .unreadable }
        self.path = path
        count = Int(clamping: end)
    }

    /// Opened each time: as many archives as there are may be read in one run.
    func bytes(in range: Range<Int>) -> [UInt8] {
        guard let file = FileHandle(forReadingAtPath: path) else { return [] }
        defer { try? file.close() }
        do {
            try file.seek(toOffset: UInt64(range.lowerBound))
            return try Self.read(file, upTo: range.count)
        } catch {
            return []
        }
    }

    /// The whole file, unless it is larger than `most` bytes.
    static func all(of path: String, most: Int) throws(Unfit) -> [UInt8] {
        let file = try open(path)
        defer { try? file.close() }
        return try all(of: file, most: most)
    }

    /// Piece by piece, since a pipe does not say how much will come.
    static func all(of file: FileHandle, most: Int) throws(Unfit) -> [UInt8] {
        let bytes: [UInt8]
        do { bytes = try read(file, upTo: most + 1) } catch { throw .unreadable }
        guard bytes.count <= most else { throw .large(most) }
        return bytes
    }

    private static func open(_ path: String) throws(Unfit) -> FileHandle {
        guard FileManager.default.fileExists(atPath: path) else { throw Unfit("there is no such file") }
        guard let file = FileHandle(forReadingAtPath: path) else { throw Unfit("the file may not be read") }
        return file
    }

    private static func read(_ file: FileHandle, upTo most: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < most, let piece = try file.read(upToCount: min(1 << 20, most - bytes.count)), !piece.isEmpty { bytes += piece }
        return bytes
    }
}

extension Unfit {
    static let unreadable = Unfit("the file cannot be read")

    static func large(_ most: Int) -> Unfit { Unfit("the file is larger than \(most / 1_000_000) MB") }
}
