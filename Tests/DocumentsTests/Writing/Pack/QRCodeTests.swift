import Testing

@testable import Documents

/// That phones read them is shown end to end, by another program's eyes (Tests/EndToEnd/pack.py).
@Suite struct QRCodeTests {
    private let address = "https://us.example.org/en/groups/K7QM3XV0?actions=901-26,902-26"

    @Test func `three corners bear the mark by which a phone finds the code`() throws {
        let code = try #require(QRCode(address))
        #expect(code.modules.count == code.size * code.size)
        #expect((code.size - 17) % 4 == 0)
        let finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]
        for (top, left) in [(0, 0), (0, code.size - 7), (code.size - 7, 0)] {
            for row in 0..<7 {
                let start = (top + row) * code.size + left
                #expect(code.modules[start..<(start + 7)].map { $0 ? "1" : "0" }.joined() == finder[row])
            }
        }
    }

    @Test func `the picture draws each dark module once, inside its quiet zone, and says what it is`() throws {
        let code = try #require(QRCode(address)), text = code.svg(saying: "To scan: <b> & \"more\"").text
        let runs = text.matches(of: /M(\d+) (\d+)h(\d+)v1h-\d+z/).compactMap { match -> [Int]? in
            [match.1, match.2, match.3].compactMap { Int($0) }
        }
        #expect(runs.reduce(0) { $0 + $1[2] } == code.modules.count { $0 })
        for run in runs {
            for column in run[0]..<(run[0] + run[2]) { #expect(code.modules[(run[1] - 4) * code.size + column - 4]) }
        }
        #expect(text.contains("viewBox=\"0 0 \(code.size + 8) \(code.size + 8)\""))
        #expect(text.contains("<title>To scan: &lt;b&gt; &amp; &quot;more&quot;</title>"))
    }

    @Test func `other texts make other codes, and one text always the same`() {
        #expect(QRCode("https://us.example.org/a") != QRCode("https://us.example.org/b"))
        #expect(QRCode(address) == QRCode(address))
        #expect(QRCode("متن 中文 \u{0}") != nil)
    }

    @Test func `nothing, and what no phone would read from paper, is no code`() {
        #expect(QRCode("") == nil)
        #expect(QRCode(String(repeating: "x", count: 1_001)) == nil)
        #expect(QRCode(String(repeating: "x", count: 1_000)) != nil)
    }
}
