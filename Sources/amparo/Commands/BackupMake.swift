import ArgumentParser
import Campaign
import Foundation

struct BackupMake: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: "Write an encrypted copy of the database into a folder.",
        discussion: """
            Beside it lies the purge list, which is applied when a backup is put back: what was withdrawn or erased does not return.

              amparo backup make /srv/backups --to age1… --keep 30
            """
    )

    @OptionGroup var options: SettingsOptions

    @Argument(help: "The folder.")
    var folder: String

    @Option(help: ArgumentHelp("Who can open it, as age-keygen prints it; several are possible.", valueName: "recipient"))
    var to: [String]

    @Option(help: ArgumentHelp("Keep so many of the folder, and remove older ones.", valueName: "number"))
    var keep: Int?

    func validate() throws {
        guard !to.isEmpty else { throw ValidationError("Nobody could open it: say --to.") }
        if let wrong = to.first(where: { $0.wholeMatch(of: /age1[a-z0-9]{20,}/) == nil }) {
            throw ValidationError("\(wrong) is no recipient of age: one begins with age1.")
        }
        if let keep, keep < 1 { throw ValidationError("--keep 1 at least: a folder without a backup is none.") }
    }

    func run() async throws {
        let settings = try await options.settings(), place = Folder(folder)
        let (now, list) = try await Store.with(settings, .present) { store in
            (store.world.now(), try await PurgeLists(database: store.database, world: store.world).list())
        }
        let file = try await TakeBackup(settings: settings, folder: place, recipients: to)(at: now)
        try PurgeFile(in: folder).write(list)
        let path = "\(folder)/\(file.name)"
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        Terminal.say("\(path): \(size) bytes")
        try BackupMark(in: settings.folder.value).note(now, .live)
        guard let keep else { return }
        for old in try BackupFile.prune(place, keeping: keep) { Terminal.say("removed \(old.name)") }
    }
}
