import Campaign
import Documents
import Foundation
import Storage

extension Examination {
    /// What lies beside the program and on the disk.
    static func ofMachine(_ settings: Settings) -> [Diagnosis] {
        let disks = folders(settings).flatMap { [writing($0, $1), room($0, $1)] }
        return resources() + languages() + disks + [secret(settings), keys(settings), push(settings), server(settings)]
    }

    private static func resources() -> [Diagnosis] {
        ["Documents", "Converters", "Campaign", "Site"].map { target in
            let name = "amparo_\(target).resources"
            let path = Bundle.main.bundleURL.appending(path: name).path
            return FileManager.default.fileExists(atPath: path) ? .well("resources", name) : .wrong("resources", "\(name) is not beside the program")
        }
    }

    private static func languages() -> [Diagnosis] {
        guard let languages = try? Catalogue.shipped().languages.map(\.rawValue), !languages.isEmpty else {
            return [.wrong("languages", "the translations cannot be read")]
        }
        return [.well("languages", languages.joined(separator: " "))]
    }

    /// The data folder, and the one of the SQLite file when that is another.
    private static func folders(_ settings: Settings) -> [(subject: String, folder: Folder)] {
        let data = [("data", Folder(settings.folder.value))]
        guard case .sqlite(let path) = settings.database.value, Folder(above: path).path != Folder(above: "\(settings.folder.value)/x").path else {
            return data
        }
        return data + [("database folder", Folder(above: path))]
    }

    private static func writing(_ subject: String, _ folder: Folder) -> Diagnosis {
        guard FileManager.default.fileExists(atPath: folder.path) else {
            let canBeMade = folder.nearest.isWritable
            return canBeMade ? .well(subject, "not there yet; serve makes it") : .wrong(subject, "\(folder.path) cannot be made")
        }
        return folder.isWritable ? .well(subject, "\(folder.path) can be written") : .wrong(subject, "\(folder.path) cannot be written")
    }

    /// Below this a busy day could fill the disk before anybody looks.
    private static let leastFreeBytes: Int64 = 200_000_000

    private static func room(_ subject: String, _ folder: Folder) -> Diagnosis {
        guard let free = folder.nearest.freeBytes else { return .wrong(subject, "the free room on its disk is unknown") }
        let words = "\(free / 1_000_000) MB free on its disk"
        return free >= leastFreeBytes ? .well(subject, words) : .wrong(subject, words)
    }

    private static func secret(_ settings: Settings) -> Diagnosis {
        switch SecretFile(in: settings.folder.value).isPrivate {
        case nil: .well("secret", "not there yet; serve makes it")
        case true?: .well("secret", "its owner alone may read it")
        case false?: .wrong("secret", "others may read \(SecretFile(in: settings.folder.value).path): chmod 600 it")
        }
    }

    private static func push(_ settings: Settings) -> Diagnosis {
        let file = PushKeyFile(in: settings.folder.value)
        guard settings.push.isOn.value else { return .lacking("push", "push.on is false: browsers get no notifications") }
        switch file.isPrivate {
        case nil: return .well("push", "no key yet; serve makes it")
        case false?: return .wrong("push", "others may read \(file.path): chmod 600 it")
        case true?: break
        }
        guard (try? file.key()) != nil else { return .wrong("push", "\(file.path) is no key") }
        return .well("push", "its owner alone may read the key; keep a copy, since browsers are bound to it")
    }

    private static func server(_ settings: Settings) -> Diagnosis {
        let file = ServerKeyFile(in: settings.folder.value)
        switch file.isPrivate {
        case nil: return .well("server", "no key yet; serve makes it")
        case false?: return .wrong("server", "others may read \(file.path): chmod 600 it")
        case true?: break
        }
        guard (try? file.keys()) != nil else { return .wrong("server", "\(file.path) holds no keys") }
        return .well("server", "its owner alone may read the key; keep a copy, since other servers know this one by it")
    }

    private static func keys(_ settings: Settings) -> Diagnosis {
        let file = KeyFile(in: settings.folder.value)
        switch file.isPrivate {
        case nil: return .well("keys", "not there yet; serve makes them")
        case false?: return .wrong("keys", "others may read \(file.path): chmod 600 it")
        case true?: break
        }
        guard (try? file.list()) != nil else { return .wrong("keys", "\(file.path) is not a list of keys") }
        return .well("keys", "their owner alone may read them; keep a copy apart from the database's")
    }
}
