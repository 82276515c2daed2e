import Foundation
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct LeakedPasswordsTests {
    /// As `sha1sum` prints them.
    private static let known = [
        "password": "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8", "letmein": "B7A875FC1EA228B9061041B7CEC4BD3C52AB3CE3",
        "123456": "7C4A8D09CA3762AF61E59520943DC26494F8941B", "qwerty": "B1B3773A05C0ED0176787A4F1574FF0075F7521E",
        "abc": "A9993E364706816ABA3E25717850C26C9CD0D89D",
    ]

    private func withList(_ text: String, _ body: (String) async throws -> Void) async throws {
        try await withFolder { folder in
            let path = folder + "/leaked.txt"
            try Data(text.utf8).write(to: URL(filePath: path))
            try await body(path)
        }
    }

    /// Hashes that no password of the tests has, so that a list is long.
    private static func filling(_ count: Int) -> [String] {
        (0..<count).map { place in
            let digits = String(UInt64(place) &* 0x9E37_79B9_7F4A_7C15, radix: 16, uppercase: true)
            return (String(repeating: "0", count: 16 - digits.count) + digits + String(repeating: "0", count: 24))
        }
    }

    @Test(arguments: [0, 1, 2, 3, 500, 3_000], ["\n", "\r\n"])
    func `every password of a list is found, and no other`(others: Int, end: String) async throws {
        for left in [nil] + Self.known.keys.map({ $0 as String? }) {
            let hashes = Self.known.filter { $0.key != left }.map(\.value) + Self.filling(others)
            let lines = hashes.sorted().enumerated().map { "\($1):\($0 * $0 + 1)" }
            for text in [lines.joined(separator: end), lines.joined(separator: end) + end] {
                try await withList(text) { path in
                    let list = try #require(LeakedPasswords(path: path))
                    for password in Self.known.keys { #expect(list.holds(password) == (password != left), "\(password)") }
                    #expect(list.holds("a heron stands in the reeds") == false)
                    #expect(list.holds("") == false)
                }
            }
        }
    }

    @Test func `hashes alone in small letters are a list as well`() async throws {
        try await withList(Self.known.values.map { $0.lowercased() }.sorted().joined(separator: "\n")) { path in
            let list = try #require(LeakedPasswords(path: path))
            for password in Self.known.keys { #expect(list.holds(password) == true) }
            #expect(list.holds("nothing") == false)
        }
    }

    @Test func `what is no list is not taken for one, and a list that is gone tells nothing`() async throws {
        let hash = try #require(Self.known["abc"])
        for text in ["", "password\nletmein\n", String(hash.dropLast()), hash + "0:1\n", String(repeating: "x", count: 5_000)] {
            try await withList(text) { path in #expect(LeakedPasswords(path: path) == nil) }
        }
        #expect(LeakedPasswords(path: "/no/such/list") == nil)
        try await withList("\(hash):1\n") { path in
            let list = try #require(LeakedPasswords(path: path))
            try FileManager.default.removeItem(atPath: path)
            #expect(list.holds("abc") == nil)
        }
    }

    @Test func `somebody who chooses a leaked password is told to choose another`() async throws {
        let chosen = "a heron stands in the reeds"
        try await withStore(.sqlite) { store in
            _ = try await store.staff("rosa", .editor)
            let (member, sections) = try await store.database.read { db in (try #require(try db.staffMembers().first), try db.sections()) }
            try await withList(Self.known.values.sorted().map { "\($0):7\n" }.joined()) { path in
                let list = try #require(LeakedPasswords(path: path)), judge = JudgePassword(python: nil, leaked: list)
                #expect(await judge.problem("letmein", of: member, among: sections)?.key == "desk.problem_password_common")
                #expect(await judge.problem("ｌｅｔｍｅｉｎ", of: member, among: sections)?.key == "desk.problem_password_common")
                #expect(await judge.problem(chosen, of: member, among: sections) == nil)
                try FileManager.default.removeItem(atPath: path)
                #expect(await judge.problem(chosen, of: member, among: sections) == nil)
            }
        }
    }
}
