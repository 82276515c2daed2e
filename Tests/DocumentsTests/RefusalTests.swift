import Testing

@testable import Documents

@Suite struct RefusalTests {
    private func refusal(_ bytes: [UInt8]) -> String? { DraftReader()(bytes, named: "x").refused }

    @Test func `a refusal says why`() throws {
        #expect(refusal([])?.contains("empty") == true)
        #expect(refusal(Array(" \n\t\n".utf8))?.contains("no text") == true)
        #expect(refusal([0, 1, 2, 3] + [UInt8](repeating: 0, count: 200))?.contains("binary") == true)
        #expect(refusal([0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 200)) != nil)
        #expect(refusal(Array("%PDF-1.4 text".utf8)) != nil)
        #expect(refusal([UInt8](repeating: 0x41, count: Limits.bytes + 1))?.contains("larger than 20 MB") == true)
        #expect(refusal([UInt8](repeating: 0x41, count: Limits.text + 1))?.contains("longer than") == true)
    }

    @Test func `a text that is no urgent action is refused`() throws {
        #expect(try Fixture.reading("recipe.txt").refused?.contains("not an urgent action") == true)
    }

    @Test func `a page that lists actions is refused`() throws {
        let reading = try Fixture.reading("list.txt")
        #expect(reading.refused?.contains("lists 2 actions") == true && reading.draft == nil)
    }
}
