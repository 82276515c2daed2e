import Campaign
import Foundation
import Storage

/// A database to try a backup in, gone afterwards.
struct ScratchDatabase {
    let url: DatabaseURL
    private let remove: () async -> Void

    /// A file in a folder of its own, or a database beside the one in the settings, on the same server.
    init(like database: DatabaseURL, named name: String) async throws {
        switch database {
        case .sqlite:
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
            try Folder(folder).make()
            url = .sqlite(path: "\(folder)/amparo.sqlite")
            remove = { try? FileManager.default.removeItem(atPath: folder) }
        case .postgres(let address):
            guard let login = PostgresLogin(address) else { throw Complaint("The address of the database cannot be read.", status: .settings) }
            try await Pipeline(steps: [login.step("createdb", ["--no-password", name])])()
            url = .postgres(login.address(of: name))
            remove = { try? await Pipeline(steps: [login.step("dropdb", ["--no-password", "--if-exists", name])])() }
        }
    }

    /// Runs `body` and takes the database away, however `body` ends.
    func with<T>(_ body: (DatabaseURL) async throws -> T) async throws -> T {
        do {
            let result = try await body(url)
            await remove()
            return result
        } catch {
            await remove()
            throw error
        }
    }
}
