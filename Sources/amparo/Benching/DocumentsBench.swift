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
    private func flood() async throws -> [BenchRow] {
        let quiet = await pages()
        let (busy, made, refused) = try await withThrowingTaskGroup(of: (made: Int, refused: Int).self) { group in
            for writer in 0..<100 { group.addTask { try await ask(writer) } }
            let busy = await pages()
            group.cancelAll()
            let sums = try await group.reduce(into: (0, 0)) { sum, part in sum = (sum.0 + part.made, sum.1 + part.refused) }
            return (busy, sums.0, sums.1)
        }
        let memory = Double(press.memory) / 1_000_000
        return [
            BenchRow(
                "page while 100 ask for PDFs: median", busy.median, "ms", peer: "the same page, quiet", quiet.median, goal: "told beside", met: true),
            BenchRow(
                "page while 100 ask for PDFs: 99 of 100", busy.p99, "ms", peer: "the same page, quiet", quiet.p99, goal: "less than 25 ms",
                met: busy.p99 < 25),
            BenchRow("PDFs made meanwhile", Double(made), "", peer: "told to come again", Double(refused), goal: "some of each", met: made > 0),
            BenchRow("memory of the PDF processes", memory, "MB", peer: "the limit", 700, goal: "less than 700 MB", met: memory < 700),
        ]
    }

    /// One page 300 times, one after another.
    private func pages() async -> Timings {
        let request = PageRequest(port: port, path: "/en/")
        _ = request()
        return await Timings.of(300) { _ in
            _ = request()
            try? await Task.sleep(for: .milliseconds(10))
        }
    }

    /// Asks for one letter after another until it is told to stop; after a refusal it comes again a little later.
    private func ask(_ writer: Int) async throws -> (made: Int, refused: Int) {
        var made = 0, refused = 0
        while !Task.isCancelled {
            do {
                _ = try await press.pdf(BenchLetter.all[writer % 2].paper(writer * 1_000 + made).html.text)
                made += 1
            } catch PressRefusal.busy {
                refused += 1
                try? await Task.sleep(for: .milliseconds(20))
            }
        }
        return (made, refused)
    }
}
