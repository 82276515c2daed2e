import Campaign
import Foundation
import Storage
import StorageSQLite

/// A copy of the database as it is at one moment, encrypted before it lies anywhere it could be taken from.
struct TakeBackup {
    let settings: Settings
    let folder: Folder
    /// Recipients as age knows them: only their identities open the copy. None of them is on this machine.
    let recipients: [String]

    /// Writes the file under a name that says it is not finished, and gives it its own once it is on the disk.
    func callAsFunction(at now: Instant) async throws -> BackupFile {
        try folder.make()
        let file = BackupFile(settings.database.value.isPostgres ? .postgres : .sqlite, at: now)
        let unfinished = "\(folder.path)/.\(file.name).unfinished", path = "\(folder.path)/\(file.name)"
        guard FileManager.default.createFile(atPath: unfinished, contents: nil, attributes: [.posixPermissions: 0o600]),
            let output = FileHandle(forWritingAtPath: unfinished)
        else { throw Complaint("Cannot write into \(folder.path).", status: .inputOutput) }
        do {
            try await write(to: output)
            try output.synchronize()
            try output.close()
            guard rename(unfinished, path) == 0 else { throw Complaint("Cannot write \(path).", status: .inputOutput) }
        } catch {
            try? FileManager.default.removeItem(atPath: unfinished)
            throw error
        }
        return file
    }

    private func write(to output: FileHandle) async throws {
        let seal = Pipeline.Step(program: "age", arguments: recipients.flatMap { ["--recipient", $0] })
        switch settings.database.value {
        case .postgres(let address):
            guard let login = PostgresLogin(address) else { throw Complaint("The address of the database cannot be read.", status: .settings) }
            let dump = login.step("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", "--no-password"])
            try await Pipeline(steps: [dump, seal])(to: output)
        case .sqlite(let path):
            let copy = path + ".copy"
            defer { try? FileManager.default.removeItem(atPath: copy) }
            try? FileManager.default.removeItem(atPath: copy)
            try SQLiteCopy.make(of: path, at: copy)
            let input = FileHandle(forReadingAtPath: copy)
            try await Pipeline(steps: [.init(program: "gzip", arguments: ["--stdout", "-6"]), seal])(from: input, to: output)
        }
    }
}

extension DatabaseURL {
    var isPostgres: Bool { if case .postgres = self { true } else { false } }
}
