import Campaign
import Documents
import Foundation
import Storage
import TestSupport
import Testing

/// The public archive as tables.
@Suite struct PackageTests {
    private func files(_ store: Store, of section: Section.Code = .international) async throws -> [String: String] {
        var files: [String: String] = [:]
        _ = try await ExportPackage(database: store.database, world: store.world)(of: section, origin: { "https://\($0.host)" }) { file, piece in
            files[file, default: ""] += piece
        }
        return files
    }

    @Test(arguments: Engine.available)
    func `the tables have what is public, and the description every column of them`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru { $0.demands = ["Release her.", "Say why, \"at last\"."] })
            try await store.take(.wanjiruCharged(), published: false)
            try await store.take(.bishnu(until: "2021-12-01"))
            try await store.withdraw(.bishnu())
            let files = try await files(store)
            let package = try JSONSerialization.jsonObject(with: Data((files["datapackage.json"] ?? "").utf8)) as? [String: Any] ?? [:]
            let resources = package["resources"] as? [[String: Any]] ?? []
            #expect(Set(resources.compactMap { $0["path"] as? String }).union(["datapackage.json"]) == Set(files.keys))
            for resource in resources {
                let fields = ((resource["schema"] as? [String: Any])?["fields"] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
                let header = files[resource["path"] as? String ?? ""]?.split(separator: "\r\n", maxSplits: 1).first
                #expect(header.map { String($0) } == fields.joined(separator: ","))
            }
            #expect(files["actions.csv"]?.split(separator: "\r\n").dropFirst().map { $0.prefix(5) } == ["77-21"])
            #expect(files["outputs.csv"]?.split(separator: "\r\n").count == 2)
            #expect(files["texts.csv"]?.contains("\"Release her.\nSay why, \"\"at last\"\".\"") == true)
            #expect(files["withdrawals.csv"]?.contains("12-21,UA 12/21,2021-11-30T10:00:00Z") == true)
            #expect(!files.values.joined().contains("Bishnu") && !files.values.joined().contains("ag@example.org"))
        }
    }

    @Test func `a number below the threshold stays out, and a section has what it shows`() async throws {
        try await withStore(.sqlite) { store in
            try await store.take(.wanjiru())
            try await store.take(.bishnu(until: "2021-12-01"), in: .american)
            try await store.withReports { report in
                _ = try await report(store.form(quantity: 9))
                #expect(try await files(store)["actions.csv"]?.contains("false,\r\n") == true)
                _ = try await report(store.form(quantity: 2))
            }
            let swiss = try await files(store, of: .swiss)["actions.csv"] ?? ""
            #expect(swiss.contains("false,11\r\n") && swiss.contains("https://ch.localhost/de/actions/77-21") && !swiss.contains("12-21"))
        }
    }
}
