import Campaign
import Foundation

/// Where it stands in the data folder when a backup was last taken from here.
struct BackupMark {
    private let file: OwnerFile

    init(in folder: String) {
        file = OwnerFile(path: "\(folder)/backup-taken")
    }

    func note(_ instant: Instant, _ world: World) throws {
        try file.replace(instant.text + "\n", world)
    }

    /// nil when none was taken.
    var instant: Instant? {
        (try? String(contentsOfFile: file.path, encoding: .utf8)).flatMap { Instant($0.trimmingCharacters(in: .newlines)) }
    }
}
