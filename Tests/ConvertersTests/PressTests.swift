import Foundation
import Testing

@testable import Converters

/// The interpreter with WeasyPrint that `Scripts/setup` makes, as `amparo serve` finds it.
private let python = ProcessInfo.processInfo.environment["AMPARO_PYTHON"] ?? ".venv/bin/python"

@Suite struct PressTests {
    private func page(_ body: String, _ language: String = "en") -> String {
        "<!doctype html><html lang=\"\(language)\"><head><meta charset=\"utf-8\"><title>UA 77/21</title></head><body>\(body)</body></html>"
    }

    private func words(of pdf: [UInt8]) async throws -> String {
        String(
            decoding: try await OutsideProgram(name: "pdftotext", package: "poppler-utils", arguments: ["-enc", "UTF-8", "-", "-"])(pdf),
            as: UTF8.self)
    }

    @Test func `a page becomes a tagged PDF in its language, with its title`() async throws {
        let pdf = try await PDFPress(python: python)(page("<h1>Wanjiru</h1><p>Release her.</p>"))
        #expect(pdf.starts(with: Array("%PDF-1.".utf8)))
        #expect(try await words(of: pdf).contains("Release her."))
        let about = try await OutsideProgram(name: "pdfinfo", package: "poppler-utils", arguments: ["-"])(pdf)
        let facts = String(decoding: about, as: UTF8.self)
        #expect(facts.contains(#/Title: +UA 77/21/#) && facts.contains(#/Tagged: +yes/#))
    }

    @Test func `nothing that a page names is fetched`() async throws {
        let body = """
            <link rel="stylesheet" href="file:///etc/hostname"><style>@import "http://127.0.0.1:9/x.css"; p { background: url(file:///etc/passwd) }</style>
            <p>Rosa</p><img src="file:///etc/passwd" alt="picture"><img src="data:text/plain,secret" alt="of nothing">
            <a rel="attachment" href="file:///etc/passwd">paper</a><object data="file:///etc/passwd"></object>
            """
        let text = try await words(of: try await PDFPress(python: python)(page(body)))
        #expect(text.contains("Rosa") && !text.contains("root:") && !text.contains("secret"))
    }

    @Test func `a press without its program says so and stops nobody`() async {
        let press = PDFPress(python: "/no/such/python")
        #expect(!press.isThere)
        press.warm()
        await #expect(throws: PressFailure.missing) { try await press(page("<p>Rosa</p>")) }
        // an interpreter that cannot lay out pages
        let other = PDFPress(python: "/bin/true")
        await #expect(throws: PressFailure.missing) { try await other(page("<p>Rosa</p>")) }
        #expect(!other.isThere)
    }

    @Test func `a page that never ends is given up, and the next is made`() async throws {
        var bounds = PressBounds()
        bounds.seconds = 2
        let press = PDFPress(python: python, bounds: bounds)
        let endless = String(repeating: "<table><tr><td>", count: 150) + String(repeating: "<p>word ", count: 60_000)
        await #expect(throws: PressFailure.failed) { try await press(page(endless)) }
        #expect(try await !press(page("<p>Wanjiru</p>")).isEmpty)
    }

    @Test func `a process that takes too much memory is replaced`() async throws {
        var bounds = PressBounds()
        bounds.memory = 150_000_000
        let press = PDFPress(python: python, bounds: bounds)
        await #expect(throws: PressFailure.failed) { try await press(page(String(repeating: "<p><b>word</b> ", count: 100_000))) }
        #expect(try await !press(page("<p>Wanjiru</p>")).isEmpty)
    }

    @Test func `a process that has grown makes way for a new one`() async throws {
        var bounds = PressBounds()
        bounds.growth = 1
        let press = PDFPress(python: python, bounds: bounds)
        for _ in 0..<3 { #expect(try await !press(page("<p>Wanjiru</p>")).isEmpty) }
    }

    @Test func `whoever finds the line full is told so at once, the others get their papers`() async throws {
        var bounds = PressBounds()
        (bounds.workers, bounds.line) = (1, 3)
        let press = PDFPress(python: python, bounds: bounds), paper = page("<p>Wanjiru</p>")
        let results = await withTaskGroup(of: Result<[UInt8], PressFailure>.self) { group in
            for _ in 0..<30 {
                group.addTask {
                    do throws(PressFailure) { return .success(try await press(paper)) } catch { return .failure(error) }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let made = results.filter { (try? $0.get())?.isEmpty == false }
        #expect(made.count >= 3)
        #expect(results.filter { $0 == .failure(.busy) }.count == 30 - made.count)
    }

    @Test func `a page that is too long is not begun`() async {
        var bounds = PressBounds()
        bounds.input = 100
        let press = PDFPress(python: python, bounds: bounds)
        await #expect(throws: PressFailure.tooLarge) { try await press(page(String(repeating: "word ", count: 100))) }
    }

    @Test(arguments: [
        "{{braces}} {% raw %}", "<script>alert(1)</script>", "a\u{0}b\u{1}c", "\u{202E}abc\u{202C}", "👩🏽‍⚖️", String(repeating: "ñ", count: 10_000),
    ])
    func `hostile words are laid out, not obeyed`(_ text: String) async throws {
        let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        #expect(try await !PDFPress(python: python)(page("<p>\(escaped)</p>")).isEmpty)
    }
}
