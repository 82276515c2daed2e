import Foundation
import Site
import Storage

extension MachineFacts {
    /// How it is now.
    static func looked(at settings: Settings) -> MachineFacts {
        var facts = MachineFacts()
        facts.version = Amparo.version
        var folders = [settings.folder.value]
        if case .sqlite(let path) = settings.database.value, Folder(above: path).path != Folder(above: "\(settings.folder.value)/x").path {
            folders.append(Folder(above: path).path)
        }
        facts.disks = folders.compactMap { folder in
            Folder(folder).nearest.freeBytes.map { Disk(folder: folder, freeBytes: $0) }
        }
        facts.backupAt = BackupMark(in: settings.folder.value).instant
        return facts
    }
}
