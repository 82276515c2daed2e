package import Documents

/// Choosing a language by what the reader's browser asks for (RFC 9110 section 12.5.4, RFC 4647 section 3.4 lookup).
package enum LanguageChoice {
    /// The best of `offered` for an `Accept-Language` header; the first offered when nothing fits.
    package static func language(for header: String?, among offered: [Language]) -> Language {
        let wanted = ranges(header ?? "")
        let best = wanted.lazy.compactMap { range in offered.first { matches(range.tag, $0) } }.first
        return best ?? offered.first ?? "en"
    }

    private static func ranges(_ header: String) -> [(tag: String, weight: Double)] {
        header.prefix(1_000).split(separator: ",").prefix(20).compactMap { part in
            let pieces = part.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
            guard let tag = pieces.first, tag != "*" else { return nil }
            let weight = pieces.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            return weight > 0 ? (tag.lowercased(), weight) : nil
        }
        .enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }.map(\.element)
    }

    /// The tag itself, or shortened from its end until it fits. Chinese without a script has the one of its region.
    private static func matches(_ tag: String, _ offered: Language) -> Bool {
        let own = offered.likely.rawValue.lowercased(), wanted = Language(rawValue: tag).likely.rawValue.lowercased()
        return wanted == own || wanted.hasPrefix(own + "-") || Language(rawValue: tag).primary == own
    }
}
