import Documents
import Foundation
import Synchronization
import Testing

@testable import Mail

/// Messages that are left to the lines many at once, as alerts are.
@Suite(.timeLimit(.minutes(3))) struct SMTPPostingTests {
    /// What was told of each, by its recipient.
    private final class Told: Sendable {
        private let told = Mutex<[String: [Receipt]]>([:])

        var all: [String: [Receipt]] { told.withLock { $0 } }

        func postings(_ names: [String], noting isNoted: Bool? = true) throws -> [Posting] {
            try names.map { name in
                Posting(
                    bytes: Array("Subject: \(name)\r\n\r\nfree\r\n".utf8), sender: try #require(MailAddress("bounces@example.org")),
                    recipient: try #require(MailAddress("\(name)@\(name.replacing("+", with: "-")).example"))
                ) { [self] receipt in
                    told.withLock { $0[name, default: []].append(receipt) }
                    if let isNoted { receipt.release(isNoted: isNoted) }
                }
            }
        }

        /// As soon as so many were told of.
        func wait(for count: Int) async throws -> [String: [Receipt]] {
            while all.count < count { try await Task.sleep(for: .milliseconds(5)) }
            return all
        }
    }

    @Test(arguments: HostileServer.manners)
    func `each of many is told of once, and arrives once`(_ manner: [String]) async throws {
        let server = try HostileServer(manner), transport = try server.transport(connections: 3, waiting: 60), told = Told()
        let names = (0..<60).map { "\($0 % 3 == 2 ? "refuse" : "rosa")+\($0)" }
        transport.post(try told.postings(names))
        let all = try await told.wait(for: 60)
        await transport.close()
        #expect(all.values.allSatisfy { $0.count == 1 })
        let accepted = all.filter { $0.value.first?.verdict.isAccepted == true }.keys
        #expect(accepted.sorted() == names.filter { $0.hasPrefix("rosa") }.sorted())
        #expect(try await server.taken(40).map { String($0.to.split(separator: "@")[0]) }.sorted() == accepted.sorted())
        #expect((1...3).contains(Set(server.taken.map(\.connection)).count))
    }

    @Test(arguments: HostileServer.manners)
    func `of many at most one a line is taken while nobody notes`(_ manner: [String]) async throws {
        let server = try HostileServer(manner), transport = try server.transport(connections: 2, waiting: 60), told = Told()
        transport.post(try told.postings((0..<20).map { "rosa+\($0)" }, noting: nil))
        let first = try await told.wait(for: 2)
        try await Task.sleep(for: .milliseconds(300))
        #expect(server.taken.filter(\.whole).count == 2 && told.all.count == 2)
        for receipt in first.values.joined() { receipt.release(isNoted: true) }
        #expect(try await server.taken(4).filter(\.whole).count == 4)
        for receipt in try await told.wait(for: 4).filter({ first[$0.key] == nil }).values.joined() { receipt.release(isNoted: false) }
        await transport.close()
    }

    @Test func `what is posted after the end is handed back untried`() async throws {
        let server = try HostileServer(), transport = try server.transport(), told = Told()
        transport.post(try told.postings(["rosa+1"]))
        _ = try await told.wait(for: 1)
        await transport.close()
        transport.post(try told.postings(["rosa+2", "rosa+3"]))
        let all = try await told.wait(for: 3)
        #expect(all["rosa+2"]?.map(\.verdict) == [.postponed(.zero)] && all["rosa+3"]?.map(\.verdict) == [.postponed(.zero)])
        #expect(try await server.taken(1).count == 1)
    }
}
