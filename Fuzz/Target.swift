/// What is fuzzed, chosen once by the environment: all targets are one program, so that they are built once.
import Foundation

nonisolated(unsafe) private let target: ([UInt8]) -> Void = {
    switch ProcessInfo.processInfo.environment["FUZZ_TARGET"] {
    case "archive": fuzzArchive
    case "dates": fuzzDates
    case "html": fuzzHTML
    case "index-code": fuzzIndexCode
    case "mail": fuzzMail
    case "native": fuzzNative
    case "pages": fuzzPages
    case "passkey": fuzzPasskey
    case "reference": fuzzReference
    case "text": fuzzText
    case "writing": fuzzWriting
    default: fuzzDraft
    }
}()

/// What a document may cost: two seconds of the processor, which a busy machine does not lengthen.
private let mostTime = 2 * CLOCKS_PER_SEC

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = [UInt8](UnsafeBufferPointer(start: bytes, count: count))
    run(input)
    if let long = swollen(input) { run(long) }
    return 0
}

private func run(_ input: [UInt8]) {
    let start = clock()
    target(input)
    precondition(clock() - start < mostTime, "an input takes too long")
}

/// How long a document is made at most: 0 for targets that read a line.
private let mostBytes = Int(ProcessInfo.processInfo.environment["FUZZ_SWOLLEN"] ?? "") ?? 0

/// Of every so many inputs a long one, in which a piece is said over and over: what costs the square of its length shows there.
/// The bytes themselves choose which, so that a find stays a find.
private func swollen(_ input: [UInt8]) -> [UInt8]? {
    let chance = Int(truncatingIfNeeded: input.reduce(14_695_981_039_346_656_037 as UInt64) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 } >> 8)
    guard mostBytes > input.count, !input.isEmpty, chance % 64 == 0 else { return nil }
    let start = chance / 64 % input.count, length = 1 + chance / 7919 % min(input.count - start, 120)
    let piece = input[start..<start + length]
    return input[..<start] + (0..<(mostBytes - input.count) / length).flatMap { _ in piece } + input[start...]
}
