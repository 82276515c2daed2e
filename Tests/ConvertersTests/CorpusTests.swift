import Documents
import Foundation
import Testing

@testable import Converters

/// The annotated documents are not part of this repository; AMPARO_CORPUS says where they are.
private let corpus = ProcessInfo.processInfo.environment["AMPARO_CORPUS"] ?? "../shared"

@Suite(.enabled(if: FileManager.default.fileExists(atPath: "\(corpus)/corpus/docs/001.pdf"), "no annotated documents: set AMPARO_CORPUS"))
struct CorpusTests {
    private func bytes(_ name: String) throws -> [UInt8] {
        try #require(FileManager.default.contents(atPath: "\(corpus)/corpus/docs/\(name)")).map(\.self)
    }

    @Test func `a published PDF says what the text drawn from it says`() async throws {
        let text = try #require(DraftReader()(try bytes("001.txt"), named: "001").draft)
        let pages = try await PDFConversion(workers: Workers(1))(try bytes("001.pdf"))
        let draft = try #require(DraftReader()(pages, named: "001").draft)
        #expect(draft.caseNumber == text.caseNumber && draft.indexCode == text.indexCode && draft.country == text.country)
        #expect(draft.issueDate == text.issueDate && draft.expiryDate == text.expiryDate)
        #expect(draft.targets == text.targets)
    }
}
