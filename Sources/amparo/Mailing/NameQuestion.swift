/// One question to a name server (RFC 1035 section 4).
struct NameQuestion {
    let name: String
    let kind: NameRecord.Kind
    let id: UInt16

    /// With room for answers of 1,232 bytes (EDNS, RFC 6891). nil when the name cannot be asked for.
    var bytes: [UInt8]? {
        let labels = name.split(separator: ".").map { Array($0.utf8) }
        guard !labels.isEmpty, name.utf8.count <= 253, labels.allSatisfy({ (1...63).contains($0.count) }) else { return nil }
        let head: [UInt8] = [UInt8(id >> 8), UInt8(id & 255), 1, 0, 0, 1, 0, 0, 0, 0, 0, 1]
        let question: [UInt8] = labels.reduce(into: []) { $0 += [UInt8($1.count)] + $1 } + [0, 0, UInt8(kind.rawValue), 0, 1]
        let extensions: [UInt8] = [0, 0, 41, 0x04, 0xD0, 0, 0, 0, 0, 0, 0]
        return head + question + extensions
    }
}
