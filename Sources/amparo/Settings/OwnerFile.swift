import Campaign
import Foundation

/// A small file that its owner alone may read, always there as a whole or not at all.
struct OwnerFile {
    let path: String

    /// Whether the owner alone may read it; nil when there is none yet.
    var isPrivate: Bool? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.posixPermissions] as? NSNumber).map { $0.intValue & 0o077 == 0 }
    }

    /// Makes it unless it is there; of two programs that do so at once, one does. `contents` is asked for only when it is missing.
    func make(_ world: World, _ contents: () throws -> String) throws {
        guard isPrivate == nil else { return }
        try written(contents(), world) { fresh in
            guard link(fresh, path) == 0 || errno == EEXIST else { throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path]) }
        }
    }

    /// Puts other contents in its place at once.
    func replace(_ contents: String, _ world: World) throws {
        try written(contents, world) { fresh in
            guard rename(fresh, path) == 0 else { throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path]) }
        }
        Folder(above: path).synchronize()
    }

    /// Puts noughts in the place of what it holds, in the same blocks where the disk allows that.
    func overwrite() throws {
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path)), size = try file.seekToEnd()
        try file.seek(toOffset: 0)
        try file.write(contentsOf: Data(count: Int(size)))
        try file.synchronize()
        try file.close()
    }

    /// Whole on the disk under another name first: half a secret would be refused for ever.
    private func written(_ contents: String, _ world: World, then: (String) throws -> Void) throws {
        let fresh = "\(path).\(world.newID())"
        let descriptor = open(fresh, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else { throw CocoaError(.fileWriteNoPermission, userInfo: [NSFilePathErrorKey: path]) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        defer { try? FileManager.default.removeItem(atPath: fresh) }
        try file.write(contentsOf: Data(contents.utf8))
        try file.synchronize()
        try then(fresh)
    }
}

extension Folder {
    /// Has the disk keep which files are in it.
    fileprivate func synchronize() {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
