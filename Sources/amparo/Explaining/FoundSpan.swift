import Documents
import Foundation

/// Where a line prints what was found in it: the value itself, else another print of it.
struct FoundSpan {
    let range: Range<String.Index>?

    init(_ finding: Finding, in text: String) {
        guard let value = finding.value, !value.isEmpty else {
            range = nil
            return
        }
        range =
            Self.literal(value, text) ?? Self.start(of: value, text) ?? Self.day(value, text) ?? Self.number(value, text)
            ?? Self.country(finding, value, text)
    }

    /// As whole words, so that "PE" is not found in "Peru".
    private static func literal(_ value: String, _ text: String) -> Range<String.Index>? {
        guard let found = text.range(of: value, options: [.caseInsensitive, .diacriticInsensitive]) else { return nil }
        let before = text[..<found.lowerBound].last, after = text[found.upperBound...].first
        return [before, after].contains { $0?.isLetter == true } ? nil : found
    }

    /// A value longer than the line, or cut short: what the two have in common from the value's first words on.
    private static func start(of value: String, _ text: String) -> Range<String.Index>? {
        let line = text.trimmingCharacters(in: .whitespaces)
        guard !line.isEmpty, let start = text.range(of: value.hasPrefix(line) ? line : String(value.prefix(24)))?.lowerBound else { return nil }
        let common = zip(text[start...], value).prefix { $0 == $1 }.count
        return start..<text.index(start, offsetBy: common)
    }

    /// "2024-03-12" where the line prints "12 March 2024" or "12.3.24": the fewest words with the day's number and, if there is one, the year.
    private static func day(_ value: String, _ text: String) -> Range<String.Index>? {
        guard let day = Day(value) else { return nil }
        let words = text.split { !$0.isLetter && !$0.isNumber }
        func span(_ width: Int, _ fits: (ArraySlice<Substring>) -> Bool) -> Range<String.Index>? {
            guard words.count >= width else { return nil }
            return (0...(words.count - width)).map { words[$0..<($0 + width)] }.first(where: fits)
                .flatMap { part in part.first.flatMap { first in part.last.map { first.startIndex..<$0.endIndex } } }
        }
        func holds(_ number: Int, _ part: ArraySlice<Substring>) -> Bool {
            part.contains { word in Int(word.prefix { $0.isNumber }) == number }
        }
        let hasYear = { (part: ArraySlice<Substring>) in holds(day.year, part) || holds(day.year % 100, part) }
        return span(3) { holds(day.day, $0) && hasYear($0) } ?? span(5) { holds(day.day, $0) && hasYear($0) } ?? span(2) { holds(day.day, $0) }
    }

    /// "UA 77/24" where the line prints "77/24": the part after the last blank.
    private static func number(_ value: String, _ text: String) -> Range<String.Index>? {
        guard let last = value.split(separator: " ").last, last.contains(where: \.isNumber) else { return nil }
        return text.range(of: last)
    }

    private static func country(_ finding: Finding, _ value: String, _ text: String) -> Range<String.Index>? {
        guard finding.field == "country", let country = Country(value) else { return nil }
        return ["en", "es", "fr", "de", "it", "nl", "pt"].lazy.compactMap { literal(country.name(in: $0), text) }.first
    }
}
