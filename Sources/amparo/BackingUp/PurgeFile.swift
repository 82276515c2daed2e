import Campaign
import Foundation

/// The purge list that lies beside backups: what must not come back with them. It names nobody.
struct PurgeFile {
    static let name = "purge.jsonl"

    let path: String

    init(in folder: String) {
        path = "\(folder)/\(Self.name)"
    }

    /// The one that is given, else the one beside a backup.
    init(_ given: String?, beside file: String) {
        path = given ?? URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent(Self.name).path
    }

    /// Replaces it as a whole.
    func write(_ list: PurgeList) throws {
        try list.text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    /// nil where there is none.
    func list() throws -> PurgeList? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        return try PurgeList(String(contentsOfFile: path, encoding: .utf8))
    }
}
