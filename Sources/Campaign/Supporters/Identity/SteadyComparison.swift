import CSodium

/// Comparing secrets in a time that does not tell how much of them is right.
enum SteadyComparison {
    static func equal(_ one: String, _ other: String) -> Bool {
        let one = Array(one.utf8), other = Array(other.utf8)
        return one.count == other.count && sodium_memcmp(one, other, one.count) == 0
    }
}
