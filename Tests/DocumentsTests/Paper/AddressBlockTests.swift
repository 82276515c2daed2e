import Testing

@testable import Documents

@Suite struct AddressBlockTests {
    private func block(_ lines: [String]) -> AddressBlock { AddressBlock(lines, width: 75, height: 27) }

    @Test func `an ordinary address is set in ordinary letters, all of it`() {
        let lines = ["Sra. Rosa Quispe", "Jirón Ejemplo 901", "LIMA 15001", "PERU"]
        #expect(block(lines) == AddressBlock(lines, width: 75, height: 27, largest: 11))
        #expect(block(lines).lines == lines)
        #expect(block(lines).size == 11)
    }

    @Test func `seven lines are set smaller`() {
        let lines = (1...7).map { "Line \($0) of an address" }
        #expect(block(lines).lines == lines)
        #expect(block(lines).size < 10)
    }

    @Test func `of too many lines the name, the town and the country stay`() {
        let lines = ["Sra. Rosa Quispe"] + (1...20).map { "Office \($0)" } + ["LIMA 15001", "PERU"]
        let block = block(lines)
        #expect(block.lines.count <= 7)
        #expect(block.lines.first == lines.first)
        #expect(block.lines.suffix(2) == ["LIMA 15001", "PERU"])
    }

    @Test func `ten thousand characters end in dots and leave the rest where it was`() {
        let block = block([String(repeating: "Rosa ", count: 2_000), String(repeating: "x", count: 10_000), "LIMA 15001", "PERU"])
        #expect(block.lines.allSatisfy { $0.count < 130 })
        #expect(block.lines.suffix(2) == ["LIMA 15001", "PERU"])
        #expect(block.lines[0].hasSuffix("…"))
    }

    @Test func `an Arabic address stands on the right although the country's name is Latin`() {
        #expect(block(["وزارة العدل", "الرياض", "SAUDI ARABIA"]).html(className: "address").text.contains("block address rtl"))
        #expect(!block(["Ministry of Justice", "الرياض", "SAUDI ARABIA"]).html(className: "address").text.contains("rtl\" style"))
    }
}
