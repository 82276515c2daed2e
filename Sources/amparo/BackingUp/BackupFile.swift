import Campaign
import Foundation
import Storage

/// A backup in a folder: what its name says of it.
///
///     amparo-20261129T113500Z.sqlite.gz.age
///     amparo-20261129T113500Z.postgres.age
struct BackupFile: Comparable {
    /// What is inside, once it is decrypted.
    enum Content: String, CaseIterable {
        /// A SQLite file, compressed by gzip.
        case sqlite = "sqlite.gz"
        /// What `pg_dump --format=custom` writes, which compresses by itself.
        case postgres
    }

    let name: String
    let content: Content

    init(_ content: Content, at now: Instant) {
        let moment = now.text.prefix(19).filter { $0 != "-" && $0 != ":" }
        name = "amparo-\(moment)Z.\(content.rawValue).age"
        self.content = content
    }

    /// nil for a file of any other name.
    init?(name: String) {
        let stem = name.hasSuffix(".age") ? String(name.dropLast(4)) : name
        guard name.hasSuffix(".age"), let content = Content.allCases.first(where: { stem.hasSuffix("." + $0.rawValue) }) else { return nil }
        self.name = name
        self.content = content
    }

    /// Whether `amparo backup make` gave it this name: others in the folder are none of our business.
    private var isOurs: Bool { name.wholeMatch(of: /amparo-\d{8}T\d{6}Z\..+/) != nil }

    /// The moment stands first in the name, so the names sort as the backups were made.
    static func < (one: BackupFile, other: BackupFile) -> Bool { one.name < other.name }

    /// Removes all but the latest `kept` of a folder; which ones went.
    static func prune(_ folder: Folder, keeping kept: Int) throws -> [BackupFile] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let old = names.compactMap(BackupFile.init(name:)).filter(\.isOurs).sorted().dropLast(kept)
        for file in old { try FileManager.default.removeItem(atPath: "\(folder.path)/\(file.name)") }
        return Array(old)
    }
}
