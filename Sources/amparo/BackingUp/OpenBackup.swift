import Campaign
import Foundation
import Storage

/// Puts a backup back into a database that is empty, by the identity that opens it.
struct OpenBackup {
    let file: String
    /// The file with age's identity.
    let identity: String

    /// What is restored counts only when all of it is there: what broke off leaves nothing behind.
    func callAsFunction(into database: DatabaseURL) async throws {
        guard let content = BackupFile(name: URL(fileURLWithPath: file).lastPathComponent)?.content else {
            throw Complaint("\(file) has no name of a backup.", "Its end says what is inside: .sqlite.gz.age or .postgres.age.", status: .refused)
        }
        guard let input = FileHandle(forReadingAtPath: file) else { throw Complaint("\(file) cannot be read.", status: .inputOutput) }
        switch (database, content) {
        case (.sqlite(let path), .sqlite): try await restore(input, toFile: path)
        case (.postgres(let address), .postgres): try await restore(input, toServer: address)
        case (_, .sqlite): throw Complaint("\(file) is a backup of SQLite: give a --database of that kind.", status: .refused)
        case (_, .postgres): throw Complaint("\(file) is a backup of PostgreSQL: give a --database of that kind.", status: .refused)
        }
    }

    private var unseal: Pipeline.Step { .init(program: "age", arguments: ["--decrypt", "--identity", identity]) }

    private func restore(_ input: FileHandle, toFile path: String) async throws {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw Complaint("There is a database at \(path) already.", "Move it away first; nothing is overwritten.", status: .refused)
        }
        try Folder(above: path).make()
        let unfinished = path + ".unfinished"
        guard FileManager.default.createFile(atPath: unfinished, contents: nil, attributes: [.posixPermissions: 0o600]),
            let output = FileHandle(forWritingAtPath: unfinished)
        else { throw Complaint("Cannot write \(unfinished).", status: .inputOutput) }
        do {
            try await Pipeline(steps: [unseal, .init(program: "gzip", arguments: ["--decompress", "--stdout"])])(from: input, to: output)
            try output.synchronize()
            try output.close()
            guard rename(unfinished, path) == 0 else { throw Complaint("Cannot write \(path).", status: .inputOutput) }
        } catch {
            try? FileManager.default.removeItem(atPath: unfinished)
            throw error
        }
    }

    private func restore(_ input: FileHandle, toServer address: String) async throws {
        guard let login = PostgresLogin(address) else { throw Complaint("The address of the database cannot be read.", status: .settings) }
        let load = login.step(
            "pg_restore", ["--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges", "--no-password", "--dbname", login.database])
        try await Pipeline(steps: [unseal, load])(from: input)
    }
}
