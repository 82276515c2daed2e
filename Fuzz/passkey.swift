/// What an authenticator might say: a statement or nothing, which holds what its bytes hold, and no more of it than there was.
func fuzzPasskey(_ input: [UInt8]) {
    if let value = try? CBOR(input) {
        precondition(depth(of: value) <= 8, "a value is not deep")
        precondition(size(of: value) <= input.count, "a value is no larger than its bytes")
        precondition((try? CBOR(input + [0])) == nil, "nothing stands after a value")
    }
    for statement in [AuthenticatorStatement(input), AuthenticatorStatement(attestation: input)] {
        guard let statement else { continue }
        precondition(statement.siteHash.count == 32 && (0...0xffff_ffff).contains(statement.counter), "a statement is whole")
        if let made = statement.credential {
            precondition((1...AuthenticatorStatement.longestID).contains(made.id.count), "an id has a length")
            precondition([32, 64].contains(made.key.bytes.count), "a key has the length of its kind")
        }
    }
}

private func depth(of value: CBOR) -> Int {
    switch value {
    case .list(let values): 1 + (values.map(depth).max() ?? 0)
    case .map(let entries): 1 + (entries.map { max(depth(of: $0.key), depth(of: $0.value)) }.max() ?? 0)
    default: 1
    }
}

private func size(of value: CBOR) -> Int {
    switch value {
    case .bytes(let bytes): bytes.count
    case .text(let text): text.utf8.count
    case .list(let values): values.reduce(0) { $0 + size(of: $1) }
    case .map(let entries): entries.reduce(0) { $0 + size(of: $1.key) + size(of: $1.value) }
    case .number, .flag, .nothing: 0
    }
}
