/// A list of the people concerned, without remarks: "Ali Reza (m), aged 17; Sara K. (f) and others".
struct SubjectList {
    let names: [String]

    init(_ line: TextLine, _ vocabulary: Vocabulary = .shared) {
        let text = Self.withoutBrackets(line)
        let parts = text.split(whereSeparator: { ",;".contains($0) }).flatMap { Self.partedByAnd(String($0)) }
        let cleaned = parts.map { Self.withoutRemark($0, vocabulary) }
        var names: [String] = []
        for (index, name) in cleaned.enumerated() where !name.isEmpty {
            if Self.isPerson(name) || index == 0 { names.append(name) }
        }
        self.names = names
    }

    private static func withoutBrackets(_ line: TextLine) -> String {
        var text = "", depth = 0
        for character in line.text {
            if character == "(" || character == "[" { depth += 1 }
            if depth == 0 { text.append(character) }
            if character == ")" || character == "]" { depth = max(0, depth - 1) }
        }
        return text
    }

    /// "A and B" are two where both are names.
    private static func partedByAnd(_ text: String) -> [String] {
        for word in [" and ", " y ", " et ", " und ", " e ", " en "] {
            let parts = text.split(separator: word)
            if parts.count > 1, parts.allSatisfy({ isPerson(String($0)) }) { return parts.map(String.init) }
            if parts.count > 1, let first = parts.first, isPerson(String(first)),
                parts[1].contains("other") || parts[1].contains("otr") || parts[1].contains("autre")
            {
                return [String(first)]
            }
        }
        return [text]
    }

    /// "Ana Lind - member of …": the name alone.
    private static func withoutRemark(_ text: String, _ vocabulary: Vocabulary) -> String {
        var line = TextLine(text.trimmed, number: 0)
        for mark in [" - ", " – ", " — "] {
            if let part = line.text.split(separator: mark).first, part.count < line.text.count { line = TextLine(String(part), number: 0) }
        }
        if vocabulary[.age].hit(in: line.words, at: 0) != nil || line.words.first?.isNumber == true && line.words.count == 1 { return "" }
        if let first = line.words.first, ["and", "y", "et", "und"].contains(first.folded) {
            line = line.part(from: first.range.upperBound)
            if line.words.first?.shape == .small { return "" }
        }
        // "Dr Salma Jabbar": the style is no part of the name
        if let style = vocabulary[.honorific].hit(in: line.words, at: 0), style.words.upperBound < line.words.count,
            line.words[style.words.upperBound].isCapitalised, line.words.count > style.words.count + 1
        {
            line = line.part(from: line.words[style.words.upperBound].range.lowerBound)
        }
        return line.text.stripped
    }

    /// Words that begin with capitals, particles aside.
    private static func isPerson(_ text: String) -> Bool {
        let words = TextLine(text, number: 0).words
        guard let first = words.first, first.isCapitalised, words.count <= 8 else { return false }
        return words.count { $0.isCapitalised } * 2 >= words.count && !words.contains(where: \.isNumber)
    }
}
