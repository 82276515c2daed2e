import Documents
import Foundation
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct OutreachTests {
    @Test(arguments: Engine.available)
    func `pages of a section's outreaches are the whole in its order, whatever was voided or taken down between`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            for serial in 12...13 { try await store.take(.bishnu(serial: serial, until: "2021-12-31")) }
            try await store.take(.wanjiru())
            try await store.withReports { record in
                for day in 0..<5 {
                    for (place, reference) in [Reference.wanjiru, .bishnu(12), .wanjiru, .bishnu(13)].enumerated() {
                        _ = try await record(store.form(reference, quantity: 10 * day + place + 1))
                    }
                    _ = try await record(store.form(quantity: 99, section: .swiss))
                    store.advance(days: 1)
                }
            }
            for quantity in [1, 12, 21, 23, 43] {
                var selection = CountSelection()
                selection.entry = try await store.database.read { try $0.row("SELECT id FROM report WHERE quantity = \(quantity)")?("id") }
                _ = try await CorrectCounts(database: store.database, world: store.world)(.void, selection, reason: "wrong", by: "Rosa")
            }
            try await store.withdraw(.bishnu(13))
            let all = try await pages(of: 100, store)
            #expect(Set(all.flatMap { $0 }.map(\.quantity)) == [2, 3, 11, 13, 22, 31, 32, 33, 41, 42])
            #expect(all[0].map(\.on.text) == all[0].map(\.on.text).sorted() && all[0].count == 10)
            for size in [1, 2, 3, 4, 9] {
                #expect(try await pages(of: size, store).flatMap { $0 }.map(\.number) == all[0].map(\.number), "\(size) a page")
            }
            #expect(try await store.database.read { try $0.outreachCount(in: .international, of: nil) } == 10)
            #expect(try await store.database.read { try $0.outreaches(in: .international, of: nil, skipping: 10, limit: 3) } == [])
        }
    }

    private func pages(of size: Int, _ store: Store) async throws -> [[ToldOutreach]] {
        try await store.database.read { db in
            try stride(from: 0, to: 20, by: size).map { try db.outreaches(in: .international, of: nil, skipping: $0, limit: size) }
        }
    }
}
