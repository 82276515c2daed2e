import Campaign
import Documents
import TestSupport

extension Store {
    /// The archive of everything, by place.
    func archive() async throws -> [String: String] {
        var files: [String: String] = [:]
        try await ExportArchive(database: database)() { files[$0.path] = $0.text }
        return files
    }

    /// Takes one file of an archive in.
    @discardableResult
    func restore(_ text: String, published: Bool = true) async throws -> ImportResult? {
        let bytes = Array(text.utf8), provenance = Provenance(sha256: Digest.sha256(bytes), name: "1.en.md", by: "Noor")
        return try await RestoreDocument(database: database, world: world)(try NativeReader()(bytes), provenance, isPublished: published)
    }

    func restore(_ files: [String: String]) async throws {
        for (_, text) in files.sorted(by: { $0.key > $1.key }) { try await restore(text) }
    }
}
