import Testing

@testable import Documents

/// No bytes may stop the reader or hold it up. The limits are generous: tests run unoptimised on busy machines.
@Suite struct HostileTests {
    private static let limit = Duration.seconds(30)

    /// Bytes without pattern, the same on every run.
    private func noise(_ seed: UInt64, _ count: Int) -> [UInt8] {
        var state = seed &* 6_364_136_223_846_793_005 &+ 1
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 33)
        }
    }

    @Test func `bytes without sense are refused or read, never trapped on`() throws {
        for seed in 1...60 { _ = DraftReader()(noise(UInt64(seed), 50 * seed), named: "noise") }
        _ = DraftReader()([UInt8](repeating: 0xFF, count: 999), named: "ff")
        _ = DraftReader()(Array("UA 1/21 ".utf8) + [UInt8](repeating: 0x80, count: 999), named: "continuations")
        _ = DraftReader()([0xFF, 0xFE, 0x55], named: "half a unit")
    }

    @Test func `a document with broken bytes keeps the rest of its facts`() throws {
        for seed in 1...20 {
            var bytes = try Fixture.bytes("section-page.txt")
            for (place, byte) in zip(noise(UInt64(seed), 40), noise(UInt64(seed) + 99, 40)) { bytes[Int(place) * 7 % bytes.count] = byte | 0x80 }
            _ = DraftReader()(bytes, named: "broken")
        }
    }

    @Test(arguments: [
        ("a", 1), ("Urgent Action ", 1), ("UA 12/21 ", 1), ("23 November 2021 ", 1), ("Phone: 1 ", 1), ("(", 1), (")|", 1), ("SAMPLE LETTER ", 1),
        ("We call on X. ", 1), ("Ali Reza Khan and ", 1), ("Sincerely, ", 1), ("President: Ana Lind Fax: 12345678 ", 1),
        ("MODEL LETTER\nDear Minister,\n", 0),
        ("TAKE ACTION:\nDear Minister,\nYours sincerely,\n", 0), ("1. write a letter to Minister Ana Lind\n", 0), ("UA 12/21\n", 0), ("\n", 0),
    ])
    func `worst cases stay quick`(_ unit: String, _ wrapped: Int) {
        let text = "URGENT ACTION UA 1/21\n" + (wrapped == 1 ? "Urgent Action " : "") + String(repeating: unit, count: 60_000 / unit.utf8.count)
        let time = ContinuousClock().measure { _ = DraftReader()(Array(text.utf8), named: "hostile") }
        #expect(time < Self.limit)
    }
}
