import Campaign
import Foundation

/// The folder that a data package is written into, piece after piece.
struct PackageFolder {
    private let folder: ArchiveFolder
    private let root: URL

    init(_ path: String) {
        folder = ArchiveFolder(path)
        root = URL(fileURLWithPath: path, isDirectory: true)
    }

    func prepare() throws { try folder.prepare() }

    func add(_ file: String, _ piece: String) throws {
        let place = root.appending(path: file)
        guard let handle = try? FileHandle(forWritingTo: place) else { return try Data(piece.utf8).write(to: place) }
        defer { try? handle.close() }
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(piece.utf8))
    }
}
