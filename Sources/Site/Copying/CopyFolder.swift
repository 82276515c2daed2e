import Foundation

/// The folder that a section's files are written into, for everybody to read.
struct CopyFolder: Sendable {
    private let root: URL

    init(_ root: URL) {
        self.root = root
    }

    func write(_ bytes: [UInt8], to file: String) throws {
        let place = root.appending(path: file)
        try Self.make(place.deletingLastPathComponent())
        try Data(bytes).write(to: place)
    }

    func read(_ file: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appending(path: file)))
    }

    func remove(_ name: String) throws {
        let place = root.appending(path: name)
        guard FileManager.default.fileExists(atPath: place.path) else { return }
        try FileManager.default.removeItem(at: place)
    }

    private static func make(_ folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    }
}
