/// What a server gave as its reason, and whether it speaks against the address.
struct Diagnosis {
    let status: String?
    let kind: Bounce.Kind

    /// - Parameters:
    ///   - status: the enhanced status code if it stands apart (RFC 3463).
    ///   - words: what the server said, which may hold a better one.
    init(status: String?, words: String) {
        let words = String(words.prefix(2_000)).lowercased()
        let told = status.flatMap { Self.codes(in: $0).first }, inWords = Self.codes(in: words).first
        // "5.0.0" says nothing; servers that write it often say more in their words
        let best = told.flatMap { $0.hasSuffix(".0.0") ? inWords : $0 } ?? told ?? inWords
        self.status = best
        kind = Self.isHard(best, words) ? .hard : .soft
    }

    private static func isHard(_ status: String?, _ words: String) -> Bool {
        guard status.map({ $0.hasPrefix("5.") }) ?? hasReply("5", in: words) || status == nil && !hasReply("4", in: words) else { return false }
        guard !full.contains(where: words.contains) else { return false }
        return bad.contains(status ?? "") || (!(status ?? "").hasPrefix("5.7.") || words.contains("user")) && unknown.contains(where: words.contains)
    }

    /// Bad address, bad domain, mailbox disabled, moved, a domain that takes no mail, no way there.
    private static let bad = ["5.1.0", "5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1", "5.4.4"]
    private static let full = ["quota", "mailbox full", "mailbox is full", "over limit", "storage"]
    private static let unknown = [
        "user unknown", "unknown user", "unknown recipient", "unknown address", "no such user", "no such recipient", "no such address", "no mailbox",
        "mailbox not found", "mailbox unavailable", "recipient not found", "address not found", "recipnotfound", "does not exist", "doesn't exist",
        "user not found", "invalid recipient", "recipient address rejected", "unrouteable address", "unrouteable mail domain",
        "couldn't find any host", "domain not found", "no such domain", "account is disabled", "account has been disabled", "inactive user",
        "not a valid mailbox", "address rejected", "no longer available",
    ]

    /// "5.1.1" and the like, where no digit or full stop stands before or after.
    private static func codes(in text: String) -> [String] {
        text.split { !$0.isASCII || !($0.isNumber || $0 == ".") }.compactMap { word in
            let numbers = word.split(separator: ".", omittingEmptySubsequences: false)
            guard numbers.count == 3, ["2", "4", "5"].contains(numbers[0]), numbers.allSatisfy({ (1...3).contains($0.utf8.count) }) else {
                return nil
            }
            return String(word)
        }
    }

    private static func hasReply(_ first: Character, in words: String) -> Bool {
        words.split { !$0.isASCII || !($0.isNumber || $0 == ".") }.contains { $0.first == first && $0.utf8.count == 3 && !$0.contains(".") }
    }
}
