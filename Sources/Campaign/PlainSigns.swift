/// Codes that people read and type: the signs of Crockford's base 32, without I, L, O and U; what is easily taken for one of them is read
/// as it was meant. Five bits a sign.
enum PlainSigns {
    private static let signs = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    private static let meant: [Character: Character] = ["O": "0", "I": "1", "L": "1", "U": "V"]

    /// What somebody typed, in any case, with blanks or dashes in it; nil unless it is that many signs.
    static func read(_ typed: String, count: Int) -> String? {
        let typed = typed.uppercased().filter { !$0.isWhitespace && !"-–—‑.".contains($0) }.map { meant[$0] ?? $0 }
        return typed.count == count && typed.allSatisfy(signs.contains) ? String(typed) : nil
    }

    /// New ones out of a token of the world's, at most 32. The token itself cannot be told from them.
    static func made(from token: String, count: Int) -> String {
        let digits = Array(Digest.sha256(token))
        return String((0..<count).map { signs[(Int(String(digits[2 * $0..<2 * $0 + 2]), radix: 16) ?? 0) & 31] })
    }
}
