/// Looks a YAML text over before it is parsed: anchors, tags and flow collections have no use here, and can be made to grow without end.
struct FrontMatterGuard {
    /// As far as the format indents, and further; a parser calls itself for each step inwards.
    private static let mostIndent = 40

    /// The first line (from 1) that is written in a way this format does not use; nil when there is none.
    static func offendingLine(in text: String) -> Int? {
        text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { line in
            let scalars = Array(line.unicodeScalars)
            return scalars.prefix { $0 == " " }.count > mostIndent || !isPlainStyle(scalars[...])
        }.map { $0 + 1 }
    }

    /// Judges what a line holds token by token: a few dashes, a key, a value.
    private static func isPlainStyle(_ line: ArraySlice<Unicode.Scalar>, tokens: Int = 5) -> Bool {
        let token = line.drop { $0 == " " }
        guard let first = token.first else { return true }
        if tokens == 0 || token.contains("\t") { return false }
        if first == "-", token.dropFirst().first == " " { return isPlainStyle(token.dropFirst(), tokens: tokens - 1) }
        if first == "\"" || first == "'" { return afterQuotes(token, first).map { isAfterQuotesPlain($0, tokens: tokens) } ?? false }
        if first == "[", Array(token) == ["[", "]"] { return true }
        return !"&*!{[?%@`".unicodeScalars.contains(first) && isPlainStyle(afterKey(token), tokens: tokens - 1)
    }

    /// What follows the closing quote; nil when it is not on the line.
    private static func afterQuotes(_ token: ArraySlice<Unicode.Scalar>, _ quote: Unicode.Scalar) -> ArraySlice<Unicode.Scalar>? {
        var rest = token.dropFirst()
        while let scalar = rest.popFirst() {
            if scalar == quote { return rest }
            if scalar == "\\", quote == "\"" { rest = rest.dropFirst() }
        }
        return nil
    }

    private static func isAfterQuotesPlain(_ rest: ArraySlice<Unicode.Scalar>, tokens: Int) -> Bool {
        let next = rest.drop { $0 == " " }
        return next.isEmpty || (next.first == ":" && isPlainStyle(next.dropFirst(), tokens: tokens - 1))
    }

    /// What follows the first colon that ends a key; empty when there is none.
    private static func afterKey(_ token: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        let colon = token.indices.first { token[$0] == ":" && (token.index(after: $0) == token.endIndex || token[token.index(after: $0)] == " ") }
        return colon.map { token[token.index(after: $0)...] } ?? []
    }
}
