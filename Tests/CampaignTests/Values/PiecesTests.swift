import Campaign
import Storage
import Testing

@Suite struct PiecesTests {
    @Test func `lines come back one by one, without breaks inside`() throws {
        let lines = Lines(["Ask for her release", "Ask for\r\na doctor", ""])
        #expect(lines.lines == ["Ask for her release", "Ask for a doctor"])
        #expect(try Lines.read(lines.value) == lines)
        #expect(try Lines.read(Lines([]).value).lines.isEmpty)
    }

    @Test func `paragraphs come back with their lines`() throws {
        let paragraphs = Paragraphs("First line\r\nsecond line\r\n\r\n\r\nNext paragraph\n\n  \n")
        #expect(paragraphs.paragraphs == ["First line\nsecond line", "Next paragraph"])
        #expect(try Paragraphs.read(paragraphs.value) == paragraphs)
    }

    @Test func `a fingerprint is the SHA-256 of the bytes`() {
        #expect(Digest.sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func `the live world makes identifiers that sort by time and tokens that fit a form`() {
        let ids = (0..<2_000).map { _ in World.live.newID() }
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.utf8.count == 36 && $0.dropFirst(14).first == "7" })
        #expect(ids.map { $0.prefix(13) } == ids.map { $0.prefix(13) }.sorted())
        let tokens = Set((0..<500).map { _ in World.live.token() })
        #expect(tokens.count == 500)
        #expect(
            tokens.allSatisfy {
                ReportRequest.tokenLengths.contains($0.utf8.count) && $0.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) }
            })
    }
}
