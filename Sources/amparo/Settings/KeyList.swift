import Campaign
import Foundation

/// The keys as their file holds them: `{"keys": [{"id", "key", "made", "retired"}], "lookup": …}`, keys as hexadecimal digits, the
/// current one first.
struct KeyList: Codable, Equatable {
    struct Entry: Codable, Equatable {
        let id: String
        let key: String
        let made: String
        /// When another took its place; it may still be needed to open.
        var retired: String?
    }

    private(set) var keys: [Entry]
    private let lookup: String

    /// Fresh ones.
    init(making world: World) {
        keys = [Self.entry(world)]
        lookup = Digest.sha256(world.token())
    }

    /// Throws for what is no list of keys, or has none.
    init(json: Data) throws {
        self = try JSONDecoder().decode(KeyList.self, from: json)
        guard !keys.isEmpty, Set(keys.map(\.id)).count == keys.count, (keys.map(\.key) + [lookup]).allSatisfy({ Self.bytes($0) != nil }) else {
            throw CocoaError(.fileReadCorruptFile)
        }
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }

    /// With a new key on top.
    func rotated(_ world: World) -> KeyList {
        var list = self
        list.keys[0].retired = world.now().text
        list.keys.insert(Self.entry(world), at: 0)
        return list
    }

    /// Without the keys that nothing is sealed with, but for those retired so lately that a program may still seal with one.
    func dropped(inUse: Set<String>, at now: Instant) -> KeyList {
        let day = now.adding(seconds: -86_400).text
        var list = self
        list.keys = [keys[0]] + keys.dropFirst().filter { inUse.contains($0.id) || ($0.retired ?? now.text) > day }
        return list
    }
}

extension KeyList {
    var keyring: Keyring.Keys {
        Keyring.Keys(
            sealing: keys.map { Keyring.Key(id: $0.id, bytes: Self.bytes($0.key) ?? []) },
            lookup: Keyring.Key(id: "lookup", bytes: Self.bytes(lookup) ?? []))
    }

    private static func entry(_ world: World) -> Entry {
        Entry(id: String(Digest.sha256(world.token()).prefix(8)), key: Digest.sha256(world.token()), made: world.now().text)
    }

    /// 32 bytes out of 64 digits.
    private static func bytes(_ digits: String) -> [UInt8]? {
        let digits = Array(digits.utf8)
        guard digits.count == 64 else { return nil }
        let bytes = stride(from: 0, to: 64, by: 2).compactMap { UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16) }
        return bytes.count == 32 ? bytes : nil
    }
}
