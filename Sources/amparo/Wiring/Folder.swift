import Foundation

/// A folder of this server's own.
struct Folder {
    let path: String

    init(_ path: String) {
        self.path = path
    }

    /// The folder in which a file lies.
    init(above file: String) {
        path = URL(fileURLWithPath: file).deletingLastPathComponent().path
    }

    /// Makes it, for its owner alone, unless it is there.
    func make() throws {
        guard !FileManager.default.fileExists(atPath: path) else { return }
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// Itself when it is there, else the closest one above it that is.
    var nearest: Folder {
        let whole = URL(fileURLWithPath: path).path
        return whole == "/" || FileManager.default.fileExists(atPath: whole) ? self : Folder(above: whole).nearest
    }

    var isWritable: Bool { FileManager.default.isWritableFile(atPath: path) }

    /// Room left on its disk, in bytes.
    var freeBytes: Int64? {
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: path)
        return (attributes?[.systemFreeSize] as? NSNumber)?.int64Value
    }
}
