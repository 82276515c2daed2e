import Foundation

/// A data file of this module: lines of columns parted by tabs, with comments that begin with "#".
///
/// A missing file is an empty one. The generated `Bundle.module` ends the process when the bundle is not there, so it is not used.
struct TableFile {
    let rows: [[String]]

    init(_ path: String) {
        guard let folder = Self.folder, let text = try? String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8) else {
            self.init(text: "")
            return
        }
        self.init(text: text)
    }

    init(text: String) {
        rows = text.split(whereSeparator: \.isNewline).compactMap { line in
            guard !line.hasPrefix("#") else { return nil }
            return line.split(separator: "\t", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
        }
    }

    /// The names of the files in a folder of this module, sorted.
    static func names(in path: String) -> [String] {
        guard let folder else { return [] }
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(path).path)
        return (names ?? []).sorted()
    }

    /// The `Resources` folder as it was copied beside the program.
    private static let folder: URL? = {
        let places = [Bundle.main.bundleURL, Bundle.main.resourceURL, Bundle.main.executableURL?.deletingLastPathComponent()]
        return places.compactMap { $0?.appendingPathComponent("amparo_Documents.resources/Resources") }
            .first { FileManager.default.fileExists(atPath: $0.path) }
    }()
}
