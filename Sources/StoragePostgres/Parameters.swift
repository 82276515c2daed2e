import CPostgres
import Storage

/// Values as libpq wants them: numbers and texts as text, bytes as they are, all in one buffer.
struct Parameters {
    private(set) var types: [Oid] = []
    private var starts: [Int?] = [], lengths: [Int32] = [], formats: [Int32] = []
    private var buffer: [UInt8] = []

    var count: Int32 { Int32(types.count) }

    init(_ sql: SQL) throws(Refused) {
        do { try sql.boundValues().forEach { add($0) } } catch { throw Refused(error) }
    }

    private mutating func add(_ value: Value) {
        switch value {
        case .null: append(nil, .unspecified)
        case .text(let text): append(text.utf8, .text)
        case .integer(let number): append("\(number)".utf8, .bigint)
        case .real(let number): append("\(number)".utf8, .double)
        case .boolean(let flag): append((flag ? "t" : "f").utf8, .boolean)
        case .bytes(let bytes): append(bytes, .bytes)
        }
    }

    private mutating func append(_ content: (any Collection<UInt8>)?, _ type: Oid) {
        types.append(type)
        starts.append(content == nil ? nil : buffer.count)
        lengths.append(Int32(content?.count ?? 0))
        formats.append(type == .bytes ? 1 : 0)
        if let content { buffer += content }
        buffer.append(0)
    }

    /// Lends the pointers for the time of one call.
    func lend(_ call: ([UnsafePointer<CChar>?], [Int32], [Int32]) -> Int32) -> Int32 {
        buffer.withUnsafeBytes { bytes in
            call(starts.map { start in start.flatMap { bytes.baseAddress?.advanced(by: $0).assumingMemoryBound(to: CChar.self) } }, lengths, formats)
        }
    }
}
