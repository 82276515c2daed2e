import Documents
import Testing

@testable import Converters

@Suite struct ConversionTests {
    private func echo(_ name: String, _ arguments: [String] = [], _ bounds: OutsideProgram.Bounds = .init()) -> OutsideProgram {
        OutsideProgram(name: name, package: name, arguments: arguments, bounds: bounds)
    }

    @Test func `a program gets the bytes and gives its own`() async throws {
        #expect(try await echo("tr", ["a-z", "A-Z"])(Array("ua 77/21".utf8)) == Array("UA 77/21".utf8))
    }

    @Test func `a program that is not there is named with its package`() async {
        let failure = ConversionFailure.missing(MissingProgram(name: "no-such-program", package: "no-such-program"))
        await #expect(throws: failure) { try await echo("no-such-program")([1]) }
        #expect(failure.reason.contains("no-such-program is not installed"))
    }

    @Test func `time is bounded, of the processor and of the clock`() async {
        await #expect(throws: ConversionFailure.tooSlow) {
            try await echo("sh", ["-c", "while :; do :; done"], .init(seconds: 1, patience: 30))([])
        }
        await #expect(throws: ConversionFailure.tooSlow) { try await echo("sleep", ["30"], .init(patience: 1))([]) }
    }

    @Test func `output and memory are bounded`() async {
        await #expect(throws: ConversionFailure.tooLarge) { try await echo("yes", [], .init(output: 10_000))([]) }
        await #expect(throws: ConversionFailure.self) {
            try await echo("sh", ["-c", "x=a; while :; do x=$x$x; done"], .init(seconds: 5, memory: 20_000_000))([])
        }
    }

    @Test func `neither secrets of the environment nor files reach a program`() async throws {
        let words = String(decoding: try await echo("env")([]), as: UTF8.self)
        #expect(Set(words.split(separator: "\n").map { $0.prefix { $0 != "=" } }).isSubset(of: ["PATH", "LC_ALL", "HOME", "PWD", "SHLVL", "_"]))
        await #expect(throws: ConversionFailure.damaged) { try await echo("sh", ["-c", "cat > \"$(mktemp)\""])([1, 2, 3]) }
    }

    @Test(arguments: [OfficeConversion.Format.word, .openDocument])
    func `bytes that are no office document are damaged`(_ format: OfficeConversion.Format) async {
        await #expect(throws: ConversionFailure.damaged) { try await OfficeConversion(format, workers: Workers(1))(Array("no zip".utf8)) }
    }

    @Test(arguments: ["docx", "odt"])
    func `an office document becomes a page that can be read, line by line`(_ format: String) async throws {
        let page = "<p>URGENT ACTION</p><p></p><p>UA 77/21 Kenya</p><p>Write &amp; call</p>"
        let make = echo(
            "sh", ["-c", "f=$(mktemp -u).\(format); exec pandoc -f html+empty_paragraphs -t \(format)+empty_paragraphs -o - 2>/dev/null"])
        let bytes = try await make(Array(page.utf8))
        #expect(DocumentFormat.of(bytes) == (format == "docx" ? .word : .openDocument))
        let html = try await OfficeConversion(format == "docx" ? .word : .openDocument, workers: Workers(1))(bytes)
        #expect(DocumentFormat.of(html) == .html)
        #expect(String(decoding: html, as: UTF8.self).contains("UA 77/21 Kenya"))
    }

    @Test func `a PDF becomes its words with their places`() async throws {
        let pages = try await PDFConversion(workers: Workers(2))(PDFFixture.bytes("UA 77/21 Kenya"))
        #expect(DocumentFormat.of(pages) == .pages)
        #expect(String(decoding: pages, as: UTF8.self).contains(">77/21</word>"))
    }

    @Test func `a damaged PDF and one under a password say which`() async {
        let convert = PDFConversion(workers: Workers(2))
        await #expect(throws: ConversionFailure.damaged) { try await convert(Array("%PDF-1.4 nothing".utf8)) }
        await #expect(throws: ConversionFailure.encrypted) { try await convert(PDFFixture.encrypted) }
    }

    @Test func `no more programs run at once than there are workers`() async {
        let workers = Workers(2)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    await workers.enter()
                    await Task.yield()
                    workers.leave()
                }
            }
        }
        await workers.enter()
        await workers.enter()
        workers.leave()
        workers.leave()
    }
}
