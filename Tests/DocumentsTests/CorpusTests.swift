import Foundation
import Testing

@testable import Documents

/// The annotated documents live beside the project, in the folder that AMPARO_CORPUS names (../shared without it).
/// Where the folder is missing these tests are skipped, and the run says so.
enum Corpus {
    static let folder = URL(fileURLWithPath: ProcessInfo.processInfo.environment["AMPARO_CORPUS"] ?? "../shared").appendingPathComponent("corpus")
    static var isThere: Bool { FileManager.default.fileExists(atPath: folder.appendingPathComponent("gold").path) }
    static let missing: Comment = "the annotated corpus is missing: set AMPARO_CORPUS to the folder that holds corpus/"

    static func documents(_ kind: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(kind).path)) ?? []).filter { $0.hasSuffix(".txt") }
            .sorted()
    }

    static func reading(_ kind: String, _ name: String) throws -> DraftReading {
        DraftReader()([UInt8](try Data(contentsOf: folder.appendingPathComponent(kind).appendingPathComponent(name))), named: name)
    }

    static func gold(_ name: String) throws -> ActionDraft {
        let url = folder.appendingPathComponent("gold").appendingPathComponent(name.replacingOccurrences(of: ".txt", with: ".json"))
        return try JSONDecoder().decode(ActionDraft.self, from: Data(contentsOf: url))
    }
}

@Suite(.enabled(if: Corpus.isThere, Corpus.missing)) struct CorpusTests {
    @Test(arguments: Corpus.documents("docs"))
    func `number, code, country and dates are the editor's`(_ name: String) throws {
        let (draft, gold) = (try #require(try Corpus.reading("docs", name).draft), try Corpus.gold(name))
        #expect(draft.caseNumber == gold.caseNumber && draft.caseYear == gold.caseYear && draft.series == .UA)
        #expect(draft.indexCode == gold.indexCode && draft.country == gold.country && draft.kind == gold.kind)
        #expect(draft.issueDate == gold.issueDate && draft.expiryDate == gold.expiryDate && draft.endedDate == gold.endedDate)
    }

    @Test(arguments: Corpus.documents("docs"))
    func `every contact is the editor's`(_ name: String) throws {
        let (draft, gold) = (try #require(try Corpus.reading("docs", name).draft), try Corpus.gold(name))
        #expect(draft.targets.map(\.name) == gold.targets.map(\.name))
        #expect(draft.targets.map(\.phones) == gold.targets.map(\.phones) && draft.targets.map(\.faxes) == gold.targets.map(\.faxes))
        #expect(
            draft.targets.map(\.emails) == gold.targets.map(\.emails) && draft.targets.map(\.emailsObfuscated) == gold.targets.map(\.emailsObfuscated)
        )
        #expect(draft.targets.map(\.twitter) == gold.targets.map(\.twitter) && draft.targets.map(\.instagram) == gold.targets.map(\.instagram))
    }

    @Test func `no finding about a whole document asks for an editor`() throws {
        for name in Corpus.documents("docs") {
            #expect(try Corpus.reading("docs", name).findings.allSatisfy { $0.confidence >= Finding.threshold })
        }
    }

    @Test(arguments: Corpus.documents("skeletons"))
    func `a skeleton is read, a list page refused`(_ name: String) throws {
        let reading = try Corpus.reading("skeletons", name)
        let isList = try Data(contentsOf: Corpus.folder.appendingPathComponent("gold/\(name.dropLast(4)).json")).contains(Data("not_a_document".utf8))
        #expect((reading.refused != nil) == isList)
    }

    @Test func `every subject line of the archive is read as the editor read it`() throws {
        struct Forms: Decodable { let forms: [Form] }
        struct Form: Decodable {
            let text: String
            let series: Series?
            let caseNumber: Int?
            let caseYear: Int?
            let country: Country?
            let issueDate: Day?

            enum CodingKeys: String, CodingKey {
                case text, series, country
                case caseNumber = "case_number"
                case caseYear = "case_year"
                case issueDate = "issue_date"
            }
        }
        for form in try JSONDecoder().decode(Forms.self, from: Data(contentsOf: Corpus.folder.appendingPathComponent("reference-forms.json"))).forms {
            let line = SubjectLine(form.text)
            #expect(line.series == form.series && line.caseNumber == form.caseNumber && line.caseYear == form.caseYear)
            #expect(line.country == form.country && line.issueDate == form.issueDate)
        }
    }
}

extension Data {
    /// Whether the bytes occur in it.
    fileprivate func contains(_ other: Data) -> Bool { range(of: other) != nil }
}
