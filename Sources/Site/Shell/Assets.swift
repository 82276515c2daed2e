package import Foundation
package import Hummingbird

/// The stylesheet, the scripts and the pictures, in memory, each in its codings.
package struct Assets: Sendable {
    private let paths: [String: String]
    private let answers: [String: Representation]

    /// Reads every file under the folders; a later folder (a theme) replaces files of the same name.
    package init(folders: [URL]) throws {
        var files: [String: [UInt8]] = [:]
        for folder in folders {
            for file in try FileTree.files(in: folder) { files[file.name] = file.bytes }
        }
        self.init(files: files)
    }

    package init(files: [String: [UInt8]]) {
        var paths: [String: String] = [:], answers: [String: Representation] = [:]
        for (name, bytes) in files {
            let asset = Asset(name, bytes)
            paths[name] = "/assets/\(asset.hashedName)"
            answers[asset.hashedName] = asset.hashed
            answers[name] = asset.plain
        }
        self.paths = paths
        self.answers = answers
    }

    /// The address of a file by its content: `path("site.css")` is "/assets/site-….css". A file that is not there keeps its plain address.
    package func path(_ name: String) -> String {
        paths[name] ?? "/assets/\(name)"
    }

    package func add(to router: Router<Visitor>) {
        router.get("assets/**") { _, visitor in
            let name = visitor.parameters.getCatchAll().joined(separator: "/")
            guard let file = answers[name] else { throw HTTPError(.notFound) }
            visitor.slip?.note(KeptPage(page: file, look: nil), at: "/assets/\(name)")
            return file
        }
    }
}
