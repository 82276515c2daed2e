import Documents
import Synchronization
import Testing

@Suite struct ZipArchiveTests {
    @Test func `members come by name with their bytes`() throws {
        let archive = try ZipArchive(ZipFixture(["a/one.txt": "UA 77/21", "two.txt": "UA 78/21"]).bytes)
        #expect(archive.members.map(\.name) == ["a/one.txt", "two.txt"])
        #expect(try archive.members.map { String(decoding: try archive.contents(of: $0), as: UTF8.self) } == ["UA 77/21", "UA 78/21"])
    }

    @Test func `a deflated member is inflated`() throws {
        let packed: [UInt8] = [0x0B, 0x75, 0x54, 0x30, 0x37, 0xD7, 0x37, 0x32, 0x54, 0x08, 0x85, 0x32, 0x00]
        let crc = ZipFixture.crc32(Array("UA 77/21 UA 77/21".utf8))
        let archive = try ZipArchive(ZipFixture(packed: ["a": packed], declaredSize: 17, method: 8, crc: crc).bytes)
        #expect(String(decoding: try archive.contents(of: archive.members[0]), as: UTF8.self) == "UA 77/21 UA 77/21")
    }

    @Test(arguments: [
        ("../../etc/passwd", "passwd"), ("C:\\x\\b.txt", "b.txt"), ("/a\u{7}b", "ab"), ("..", ".."), ("/", ""), ("..\u{600}/x", "x"),
        ("a/\u{301}x", "\u{301}x"),
    ])
    func `only the last part of a name is shown`(_ name: String, _ shown: String) throws {
        #expect(try ZipArchive(ZipFixture([name: "x"]).bytes).members[0].baseName == shown)
    }

    @Test func `a member that lies about its size is damaged`() throws {
        let archive = try ZipArchive(ZipFixture(["a": "UA 77/21"], declaredSize: 9).bytes)
        #expect(throws: ZipArchive.Refused.self) { try archive.contents(of: archive.members[0]) }
    }

    @Test func `what swells when unpacked is refused before it is`() throws {
        let archive = try ZipArchive(ZipFixture(["a": "xxxx"], declaredSize: 15_000_000, method: 8).bytes)
        #expect { try archive.contents(of: archive.members[0]) } throws: { "\($0)".contains("unpack") }
        let word = ZipFixture(["word/document.xml": "xxxx"], declaredSize: 2_000_000_000, method: 8).bytes
        #expect(DocumentFormat.refusal(of: word, .word)?.contains("unpack") == true)
    }

    @Test func `files that overlap are refused`() {
        let one = ZipFixture(["a": String(repeating: "x", count: 500)]).bytes
        let entry = 46 + 1, end = 22
        let body = one.dropLast(entry + end), directory = one.dropFirst(body.count).prefix(entry)
        var tail = Array(one.suffix(end))
        tail.replaceSubrange(8..<12, with: [9, 0, 9, 0])
        let many = body + (0..<9).flatMap { _ in directory } + tail
        #expect { try ZipArchive(Array(many)) } throws: { "\($0)".contains("unpack") }
    }

    @Test func `folders and what systems hide are no documents`() throws {
        let names = ["a/", "a/b.txt", "__MACOSX/a/b.txt", ".DS_Store", "a/.b.txt"]
        let archive = try ZipArchive(ZipFixture(Dictionary(uniqueKeysWithValues: names.map { ($0, "") })).bytes)
        #expect(archive.documents.map(\.name) == ["a/b.txt"])
    }

    @Test func `an encrypted member says so`() throws {
        let archive = try ZipArchive(ZipFixture(["a": "x"], flags: 1).bytes)
        #expect { try archive.contents(of: archive.members[0]) } throws: { "\($0)".contains("password") }
    }

    @Test func `a member whose bytes changed is damaged`() throws {
        let archive = try ZipArchive(ZipFixture(["a": "UA 77/21"], crc: 0x1234_5678).bytes)
        #expect { try archive.contents(of: archive.members[0]) } throws: { "\($0)".contains("damaged") }
    }

    @Test func `a way of packing that is not known says so`() throws {
        let archive = try ZipArchive(ZipFixture(["a": "x"], method: 14).bytes)
        #expect { try archive.contents(of: archive.members[0]) } throws: { "\($0)".contains("not known") }
    }

    @Test func `an archive with the numbers of zip64 is read`() throws {
        let archive = try ZipArchive(ZipFixture(["a/one.txt": "UA 77/21", "two.txt": "UA 78/21"], isWide: true).bytes)
        #expect(try archive.members.map { String(decoding: try archive.contents(of: $0), as: UTF8.self) } == ["UA 77/21", "UA 78/21"])
    }

    @Test func `too many members are refused before they are listed`() throws {
        var bytes = ZipFixture(["a": "x"], isWide: true).bytes
        let place = bytes.count - 22 - 20 - 56
        bytes.replaceSubrange(place + 32..<place + 40, with: [0xA1, 0x86, 0x01, 0, 0, 0, 0, 0])
        #expect { try ZipArchive(bytes) } throws: { "\($0)".contains("more than 100000") }
    }

    @Test func `an archive in a file is read in pieces`() throws {
        let file = CountedBytes(ZipFixture(["a": String(repeating: "x", count: 200_000), "b": "UA 78/21"]).bytes)
        let archive = try ZipArchive(file)
        #expect(String(decoding: try archive.contents(of: archive.members[1]), as: UTF8.self) == "UA 78/21")
        #expect(file.read.withLock { $0 } < 100_000)
    }

    @Test func `a file that became shorter is damaged`() throws {
        let whole = ZipFixture(["a": "UA 77/21"]).bytes, file = CountedBytes(whole)
        let archive = try ZipArchive(file)
        file.most.withLock { $0 = 20 }
        #expect { try archive.contents(of: archive.members[0]) } throws: { "\($0)".contains("damaged") }
    }

    @Test func `names that lead out of the archive are documents and show no way`() throws {
        let archive = try ZipArchive(ZipFixture(["../../up.txt": "x", "a/./b\u{1B}[2J\u{202E}.txt": "y"]).bytes)
        #expect(archive.documents.map(\.shownName) == ["up.txt", "a/b[2J.txt"])
    }

    @Test func `a place outside the archive is damage`() throws {
        let archive = try ZipArchive(ZipFixture(["a": "x"], offset: 0x7FFF_FFFF).bytes)
        #expect(throws: ZipArchive.Refused.self) { try archive.contents(of: archive.members[0]) }
    }

    @Test func `an archive cut anywhere or changed anywhere never traps`() {
        for isWide in [false, true] {
            let whole = ZipFixture(["a.txt": "UA 77/21", "b.txt": "UA 78/21"], isWide: isWide).bytes
            for length in whole.indices { unpack(Array(whole[..<length])) }
            for place in whole.indices {
                for byte: UInt8 in [0, 0x7F, 0xFF] {
                    var changed = whole
                    changed[place] = byte
                    unpack(changed)
                }
            }
        }
    }

    private func unpack(_ bytes: [UInt8]) {
        guard let archive = try? ZipArchive(bytes) else { return }
        for member in archive.members { _ = try? archive.contents(of: member) }
    }
}

/// Bytes that count how many of them were asked for, and can end early.
private final class CountedBytes: ArchiveBytes {
    let read = Mutex(0)
    let most = Mutex(Int.max)
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var count: Int { bytes.count }

    func bytes(in range: Range<Int>) -> [UInt8] {
        read.withLock { $0 += range.count }
        return Array(bytes[range.clamped(to: 0..<most.withLock { min($0, bytes.count) })])
    }
}
