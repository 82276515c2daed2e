/// What a name server answered, read without trusting a length in it.
struct NameAnswer {
    /// 0 all is well, 3 there is no such name (RFC 1035 section 4.1.1).
    let code: Int
    let isCut: Bool
    private(set) var records: [NameRecord] = []
    private let bytes: [UInt8]

    /// nil when it is no answer to `question`.
    init?(_ bytes: [UInt8], to question: NameQuestion) {
        self.bytes = bytes
        guard bytes.count >= 12, UInt16(bytes[0]) << 8 | UInt16(bytes[1]) == question.id, bytes[2] & 0x80 != 0 else { return nil }
        code = Int(bytes[3] & 15)
        isCut = bytes[2] & 2 != 0
        var place = 12
        for _ in 0..<number(at: 4) {
            guard let end = name(at: place)?.end else { return nil }
            place = end + 4
        }
        for _ in 0..<min(number(at: 6), 200) {
            guard let start = name(at: place)?.end, start + 10 <= bytes.count, start + 10 + number(at: start + 8) <= bytes.count else { break }
            place = start + 10 + number(at: start + 8)
            if number(at: start) == question.kind.rawValue, let record = record(question.kind, start + 10..<place) { records.append(record) }
        }
    }

    private func number(at place: Int) -> Int { place + 1 < bytes.count ? Int(bytes[place]) << 8 | Int(bytes[place + 1]) : 0 }

    private func record(_ kind: NameRecord.Kind, _ range: Range<Int>) -> NameRecord? {
        switch kind {
        case .text: .text(text(range))
        case .address: range.count == 4 ? .address(bytes[range].map { String($0) }.joined(separator: ".")) : nil
        case .longAddress: range.count == 16 ? .address(groups(range)) : nil
        case .pointer: name(at: range.lowerBound).map { .name($0.text) }
        case .exchange: range.count > 2 ? name(at: range.lowerBound + 2).map { .name($0.text) } : nil
        }
    }

    private func groups(_ range: Range<Int>) -> String {
        stride(from: range.lowerBound, to: range.upperBound, by: 2).map { String(number(at: $0), radix: 16) }.joined(separator: ":")
    }

    /// A long text comes in pieces that are read as one (RFC 7208 section 3.3).
    private func text(_ range: Range<Int>) -> String {
        var result: [UInt8] = [], place = range.lowerBound
        while place < range.upperBound {
            let end = min(place + 1 + Int(bytes[place]), range.upperBound)
            result += bytes[place + 1..<max(end, place + 1)]
            place = end
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// A name and the place after it. A name may end by pointing to an earlier one; so often and no more.
    private func name(at start: Int) -> (text: String, end: Int)? {
        var labels: [String] = [], place = start, end: Int?
        for _ in 0..<128 {
            guard place < bytes.count else { return nil }
            let length = Int(bytes[place])
            if length == 0 { return (labels.joined(separator: "."), end ?? place + 1) }
            if length >= 0xC0 {
                end = end ?? place + 2
                place = number(at: place) & 0x3FFF
            } else {
                guard place + 1 + length <= bytes.count else { return nil }
                labels.append(String(decoding: bytes[place + 1..<place + 1 + length], as: UTF8.self))
                place += 1 + length
            }
        }
        return nil
    }
}
