import Campaign
import Foundation

/// The folder that an archive is written into.
struct ArchiveFolder {
    private let root: URL

    init(_ path: String) {
        root = URL(fileURLWithPath: path, isDirectory: true)
    }

    /// Makes it, for its owner alone. One that holds anything is refused: what is left of an older archive may tell of people since withdrawn.
    func prepare() throws {
        try Folder(root.path).make()
        let names = try FileManager.default.contentsOfDirectory(atPath: root.path)
        guard names.allSatisfy({ $0.hasPrefix(".") }) else {
            throw Complaint("\(root.path) is not empty. Name a folder that is empty or not there yet.", status: .refused)
        }
    }

    func keep(_ file: ExportArchive.File) throws {
        let place = root.appending(path: file.path)
        try Folder(above: place.path).make()
        try Data(file.text.utf8).write(to: place)
    }
}
