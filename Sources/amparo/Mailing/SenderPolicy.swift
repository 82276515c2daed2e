/// What a domain says of who may send in its name (SPF, RFC 7208).
struct SenderPolicy {
    let text: String
    private let words: [String]

    /// nil when the text is no such policy.
    init?(_ text: String) {
        words = text.lowercased().split(separator: " ").map(String.init)
        guard words.first == "v=spf1" else { return nil }
        self.text = text
    }

    /// What it says of everybody else: "-", "~", "?", "+", or nil when it does not say.
    var all: Character? {
        words.last { $0.hasSuffix("all") && $0.utf8.count <= 4 }.map { $0.utf8.count == 3 ? "+" : $0.first ?? "+" }
    }

    /// The policy that takes its place when nothing matches.
    var redirect: String? { words.first { $0.hasPrefix("redirect=") }.map { String($0.dropFirst("redirect=".count)) } }

    private var included: [String] { words.compactMap { word in word.firstRange(of: "include:").map { String(word[$0.upperBound...]) } } }

    /// How many questions to the name system a receiver has to ask; more than ten make it worthless (section 4.6.4).
    func lookups(_ names: NameServer, depth: Int = 0) throws(NameServer.Silence) -> Int {
        let own = words.dropFirst().count { word in
            let bare = word.drop { "+-~?".contains($0) }
            return ["a", "mx", "ptr"].contains { bare == $0 || bare.hasPrefix("\($0):") || bare.hasPrefix("\($0)/") }
                || ["include:", "exists:", "redirect="].contains { bare.hasPrefix($0) }
        }
        guard depth < 10 else { return own }
        var sum = own
        for name in included + [redirect].compactMap({ $0 }) where sum <= 20 {
            sum += try names.texts(name).lazy.compactMap(SenderPolicy.init).first?.lookups(names, depth: depth + 1) ?? 0
        }
        return sum
    }
}
