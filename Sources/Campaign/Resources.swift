package import Foundation

/// The files this target ships beside the program.
package enum Resources {
    /// The shipped folder, `amparo_Campaign.resources/Resources`.
    package static var folder: URL {
        Bundle.module.bundleURL.appending(path: "Resources")
    }

    /// The files of a folder in order of their names.
    static func files(in name: String, ending: String) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder.appending(path: name), includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == ending }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }
}
