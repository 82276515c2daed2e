import Foundation
import Testing

@testable import Documents

@Suite struct PlainTextTests {
    private let text = "URGENT ACTION\nUA 7/19 Émeute à Zürich – “fin”\n"

    @Test func `every encoding gives the same lines`() throws {
        let expected = ["URGENT ACTION", "UA 7/19 Émeute à Zürich – “fin”", ""]
        for encoding in [String.Encoding.utf8, .utf16LittleEndian, .utf16BigEndian, .utf16, .windowsCP1252] {
            let bytes = [UInt8](try #require(text.data(using: encoding)))
            #expect(try Readers.lines(of: bytes).map(\.text) == expected)
        }
        #expect(try Readers.lines(of: [0xEF, 0xBB, 0xBF] + Array(text.utf8)).map(\.text) == expected)
    }

    @Test func `line ends of every system are line ends`() throws {
        #expect(try Readers.lines(of: Array("a b\r\nc\rd\u{0C}e\n".utf8)).map(\.text) == ["a b", "c", "d e", ""])
    }

    @Test func `blanks of every kind are blanks, and marks without width are nothing`() throws {
        let text = "a\u{A0}b\u{2003}c\u{AD}d\u{200B}e\u{2028}« f » – g\u{202E}h…\n–\u{2009}“i”"
        #expect(try Readers.lines(of: Array(text.utf8)).map(\.text) == ["a b cde", "« f » – gh…", "– “i”"])
    }

    @Test func `furniture of pages is emptied and line numbers stay`() throws {
        let lines = try Readers.lines(of: Array("one\n12\nPage 2 of 3\n-----\n[Sections to add when relevant]\ntwo".utf8))
        #expect(lines.filter { !$0.isBlank }.map(\.number).first == 1)
        #expect(lines.last?.text == "two" && lines.last?.number == 6)
        #expect(lines[1].isBlank && lines[3].isBlank && lines[4].isBlank)
    }

    @Test func `residue of Markdown is taken off and marks a heading`() throws {
        let line = try #require(try Readers.lines(of: Array("## **A TITLE**".utf8)).first)
        #expect(line.text == "A TITLE" && line.isHeading)
    }

    @Test func `letters written in two parts compare as one`() throws {
        #expect(try Readers.lines(of: Array("Perú".decomposedStringWithCanonicalMapping.utf8)).first?.text.unicodeScalars.count == 4)
    }
}
