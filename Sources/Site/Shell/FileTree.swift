import Foundation

/// The files under a folder, with names relative to it.
enum FileTree {
    /// A folder that should be there and is not, or may not be read.
    struct Unreadable: Error, Equatable {
        let folder: String
    }

    static func files(in folder: URL) throws -> [(name: String, bytes: [UInt8])] {
        guard isFolder(folder), let names = FileManager.default.enumerator(atPath: folder.path) else {
            throw Unreadable(folder: folder.path)
        }
        var files: [(name: String, bytes: [UInt8])] = []
        for case let name as String in names {
            let file = folder.appendingPathComponent(name)
            if !isFolder(file) { files.append((name, Array(try Data(contentsOf: file)))) }
        }
        return files
    }

    private static func isFolder(_ place: URL) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder) && isFolder.boolValue
    }
}
