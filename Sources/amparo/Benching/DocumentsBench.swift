import Campaign
import Converters
import Documents

/// Measures making letters in a running server, and that server's pages while far more are asked for than can be made.
struct DocumentsBench {
    let press: Press
    let python: String
    /// Of the server beside.
    let port: Int
    let letters: Int

    func callAsFunction() async throws -> BenchTable {
        _ = try await press.pdf(BenchLetter.all[0].paper(0).html.text)
        var rows: [BenchRow] = []
        for letter in BenchLetter.all { rows += try await papers(letter) }
        return BenchTable(rows: rows + (try await word()) + [try await many(), try await pack()] + (try await flood()))
    }

    private func papers(_ letter: BenchLetter) async throws -> [BenchRow] {
        for number in 0..<5 { _ = try await press.pdf(letter.paper(10_000 + number).html.text) }
        var size = 0
        let times = try await Timings.of(letters) { size = try await press.pdf(letter.paper($0).html.text).count }
        let command = WholeProgram(python, ["-m", "weasyprint", "--pdf-variant", "pdf/ua-1", "-", "-"])
        let peer = try await Timings.of(3) { _ = try await command(Array(letter.paper($0).html.text.utf8)) }
        let isPromised = ["es", "ar"].contains(letter.language.rawValue), name = "letter PDF, \(letter.name)"
        func row(_ what: String, _ value: Double, _ goal: Double) -> BenchRow {
            BenchRow(
                "\(name): \(what)", value, "ms", peer: "WeasyPrint's command", peer.median,
                goal: isPromised ? "less than \(Int(goal)) ms" : "told beside", met: !isPromised || value < goal)
        }
        let bytes = BenchRow("\(name): size", Double(size) / 1_000, "kB", peer: "the limit", 300, goal: "less than 300 kB", met: size < 300_000)
        return [row("median of \(letters)", times.median, 60), row("99 of 100", times.p99, 250), bytes]
    }

    private func word() async throws -> [BenchRow] {
        var size = 0
        let times = await Timings.of(letters) { size = BenchLetter.all[1].paper($0).word.count }
        let pandoc = WholeProgram("pandoc", ["--from=html", "--to=docx", "--output=-"])
        let peer = try await Timings.of(3) { _ = try await pandoc(Array(BenchLetter.all[1].paper($0).html.text.utf8)) }
        return [
            BenchRow("letter .docx: 99 of 100", times.p99, "ms", peer: "pandoc", peer.median, goal: "less than 200 ms", met: times.p99 < 200),
            BenchRow("letter .docx: size", Double(size) / 1_000, "kB", peer: "the limit", 60, goal: "at most 60 kB", met: size <= 60_000),
        ]
    }

    private func pack() async throws -> BenchRow {
        let html = BenchLetter.pack.html.text
        let times = try await Timings.of(3) { _ in _ = try await press.pdf(html) }
        let name = "pack of 100 letters and 100 envelopes"
        return BenchRow(name, times.median / 1_000, "s", peer: "the limit", 5, goal: "less than 5 s", met: times.median < 5_000)
    }

    private func many() async throws -> BenchRow {
        let letters = (0..<100).map { BenchLetter.all[0].paper($0) }, html = LetterPaper.html(letters).text
        let times = try await Timings.of(1) { _ in _ = try await press.pdf(html) }
        return BenchRow("100 letters in one PDF", times.median / 1_000, "s", peer: "the limit", 5, goal: "less than 5 s", met: times.median < 5_000)
    }
}

extension DocumentsBench {
    /// One letter after another asked of the server with its form, then by far more writers than it can serve, and a page beside them.
    private func flood() async throws -> [BenchRow] {
        let list = PageRequest(port: port, path: "/en/"), port = port
        guard let action = (await list.times(1)).last.flatMap(Self.firstAction) else { throw BenchFailure.noAction }
        @Sendable func writer(_ number: Int) -> PageRequest {
            PageRequest(port: port, path: action + "/letters", form: "format=pdf&name=Rosa+\(number)&place=Quillota&paper=a4&window=din5008")
        }
        let (one, letter) = await writer(0).times(letters)
        let quiet = await list.times(300, pause: .milliseconds(10)).timings
        let flood = Flood(100, writer)
        let busy = await list.times(300, pause: .milliseconds(10)).timings, sums = await flood.end()
        let memory = Double(press.memory) / 1_000_000, isThere = letter?.status == 200 && sums.others == 0, name = "letter PDF, asked with the form"
        return [
            BenchRow(
                "\(name): median", one.median, "ms", peer: "the limit", 60, goal: "less than 60 ms", met: isThere && one.median < 60),
            BenchRow(
                "\(name): 99 of 100", one.p99, "ms", peer: "the limit", 250, goal: "less than 250 ms", met: one.p99 < 250),
            BenchRow(
                "page while 100 ask for PDFs: median", busy.median, "ms", peer: "the same page, quiet", quiet.median, goal: "told beside", met: true),
            BenchRow(
                "page while 100 ask for PDFs: 99 of 100", busy.p99, "ms", peer: "the same page, quiet", quiet.p99, goal: "less than 25 ms",
                met: busy.p99 < 25),
            BenchRow(
                "PDFs made meanwhile", Double(sums.made), "", peer: "told to come again", Double(sums.refused), goal: "some of each",
                met: isThere && sums.made > 0 && sums.refused > 0),
            BenchRow("memory of the PDF processes", memory, "MB", peer: "the limit", 700, goal: "less than 700 MB", met: memory < 700),
        ]
    }

    /// The address of the action that stands first in a list.
    private static func firstAction(in list: PageRequest.Answer) -> String? {
        String(decoding: list.bytes, as: UTF8.self).firstMatch(of: #/href="(/en/actions/[a-z0-9-]+)"/#).map { String($0.1) }
    }
}

enum BenchFailure: Error { case noAction }
