/// A line of the opening taken apart: references, codes, dates, and what is left of it.
///
/// Fields are often glued or run into the lead, so the header is read from the left as long as one fact follows another closely.
struct HeaderLine: Sendable {
    let line: TextLine
    let references: [ReferenceScanner.Match]
    let codes: [IndexCodeScanner.Match]
    /// Dates with the word before them that tells their role.
    let dates: [Dated]
    /// What is left between the facts: a concern, a country, names.
    let fragments: [TextLine]
    /// Text behind the header that is no part of it: the lead of a document in one paragraph.
    let tail: TextLine?

    struct Dated: Sendable {
        let day: Day
        let role: Role
    }

    enum Role: Sendable { case plain, deadline, issued, ended, bracketed }

    /// Whether the line says anything a header says.
    var isHeader: Bool { !references.isEmpty || !codes.isEmpty || !dates.isEmpty }
    var isPure: Bool { isHeader && fragments.isEmpty && tail == nil }
    /// Whether it begins with its number, or with few words that lead to it: "Further information on UA 12/99 …".
    var isNumbered: Bool {
        guard let first = references.first else { return false }
        let isUpdate = [Cue.update, .correction].contains { Vocabulary.shared[$0].hit(in: line.words, at: 0) != nil }
        return line.words.count { $0.range.upperBound <= first.range.lowerBound } <= (isUpdate ? 9 : 5)
    }
}

extension HeaderLine {
    init(_ line: TextLine, vocabulary: Vocabulary = .shared) {
        let references = UrgentNumber.references(in: line, vocabulary)
        let codes = IndexCodeScanner(line.utf8).all(limit: 20)
        let bare = Self.cut(line, (references.map(\.range) + codes.map(\.range)))
        let hits = DateFinder(vocabulary).hits(in: bare)
        let dateBytes = hits.map { bare.words[$0.words.lowerBound].range.lowerBound..<bare.words[$0.words.upperBound - 1].range.upperBound }
        let dates = hits.map { Dated(day: $0.day, role: Self.role(of: $0, in: bare, vocabulary)) }
        let rest = Self.cut(bare, dateBytes)
        // a sentence that begins with a date tells of an event, one that speaks of a number before its end is no header
        let isProse = references.isEmpty && codes.isEmpty && line.words.count > 14 || Self.isSpoken(line, references, codes)
        let (head, tail) = isProse ? (rest, nil) : Self.divide(rest)
        // a code beside an earlier output's date is that output's
        let own = dates.contains { $0.role == .bracketed } ? codes.filter { !Self.isInBracket(line, $0.range.lowerBound) } : codes
        self.init(
            line: line, references: references, codes: own, dates: dates, fragments: Self.fragments(of: head, vocabulary), tail: tail)
    }

    /// The marker that stands where a fact was; it parts words like a mark does.
    private static let gap = Array(" | ".utf8)

    private static func cut(_ line: TextLine, _ ranges: [Range<Int>]) -> TextLine {
        guard !ranges.isEmpty else { return line }
        var bytes: [UInt8] = []
        var index = 0
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.lowerBound >= index {
            bytes += line.utf8[index..<range.lowerBound] + gap
            index = range.upperBound
        }
        bytes += line.utf8[index...]
        return TextLine(String(decoding: bytes, as: UTF8.self), number: line.number, page: line.page, isHeading: line.isHeading)
    }

    /// Parts the header from prose that follows on the same line.
    private static func divide(_ line: TextLine) -> (TextLine, TextLine?) {
        let limit = 90
        var end: Int?
        var index = 0
        while let next = line.utf8[index...].prefix(limit).firstIndex(of: 0x7C) {
            end = next
            index = next + 1
        }
        guard let end else { return (line, nil) }
        let tail = line.part(from: end + 1)
        guard tail.words.count >= 7, tail.endsSentence || tail.words.count >= 16 else { return (line, nil) }
        let text = tail.part(from: tail.text.utf8.count - tail.text.withoutLeadingMarks.utf8.count)
        return (line.part(0..<end), withoutAdvice(text))
    }

    /// "À : Vérifiez auprès de votre section … Merci. The lead": advice to the reader before the text is none of it.
    private static func withoutAdvice(_ text: TextLine) -> TextLine {
        var rest = text
        for sentence in Sentences(text.text).all.prefix(3) {
            let line = TextLine(sentence, number: text.number)
            let isAdvice = Vocabulary.shared[.check].first(in: line.words, to: 6) != nil
            guard isAdvice || rest.utf8.count < text.utf8.count && line.words.count <= 2 else { break }
            rest = rest.part(from: sentence.utf8.count)
        }
        return rest.words.isEmpty ? text : rest
    }

    /// Whether a sentence is well under way before the first number or code: "The fax number given in UA 12/04 was wrong."
    private static func isSpoken(_ line: TextLine, _ references: [ReferenceScanner.Match], _ codes: [IndexCodeScanner.Match]) -> Bool {
        guard let first = (references.map(\.range.lowerBound) + codes.map(\.range.lowerBound)).min() else { return false }
        let before = line.words.prefix { $0.range.upperBound <= first }
        guard [Cue.update, .correction].allSatisfy({ Vocabulary.shared[$0].hit(in: line.words, at: 0) == nil }) else { return false }
        return before.count >= 6 && before.count { $0.shape == .small } * 2 > before.count && before.dropFirst(2).allSatisfy { !$0.isNumber }
    }

    /// What is left between the facts, without labels, weekdays and the words of distribution.
    private static func fragments(of line: TextLine, _ vocabulary: Vocabulary) -> [TextLine] {
        line.utf8.split(separator: 0x7C).compactMap { bytes in
            let part = TextLine(String(decoding: bytes, as: UTF8.self), number: line.number, page: line.page, isHeading: line.isHeading)
            var cuts: [Range<Int>] = []
            var index = 0
            while index < part.words.count {
                if let end = furniture(part, index, vocabulary) {
                    cuts.append(part.words[index].range.lowerBound..<part.words[end - 1].range.upperBound)
                    index = end
                } else {
                    index += 1
                }
            }
            let text = cut(part, cuts).text.split(separator: "|").map { $0.stripped }.filter { !$0.isEmpty }.joined(separator: " ")
            let stripped = text.trimmingBrackets.stripped.withoutLoneBrackets
            // "UA 12/95 (first issued AMR 37/01/95 …": words inside a bracket that the facts broke open
            let isBroken = stripped.utf8.first == 0x28 && !stripped.utf8.contains(0x29) && part.words.count <= 4
            return stripped.isEmpty || isBroken || ["le", "den"].contains(stripped) || isCounter(part, vocabulary)
                ? nil : TextLine(stripped, number: line.number, page: line.page, isHeading: line.isHeading)
        }
    }

    /// The end of a label or word of distribution that begins at a word.
    private static func furniture(_ line: TextLine, _ index: Int, _ vocabulary: Vocabulary) -> Int? {
        let word = line.words[index]
        if let hit = vocabulary.headings.hit(in: line.words, at: index), let heading = Heading(rawValue: hit.value) {
            switch heading {
            case .issued, .index, .number, .audience, .deadline: return word.isCapitalised || word.isUncased ? hit.words.upperBound : nil
            case .banner, .headline: return hit.words.upperBound
            default: break
            }
        }
        for cue in [Cue.update, .correction, .issued, .ended, .remaining, .weekday] {
            guard let hit = vocabulary[cue].hit(in: line.words, at: index) else { continue }
            if index == 0 || cue != .update && cue != .correction { return hit.words.upperBound }
        }
        if index == 0, let end = count(line, vocabulary) { return end }
        return ["distr", "efai", "sc", "au", "ua", "london", "londres"].contains(word.folded) && word.isCapitalised ? index + 1 : nil
    }

    /// "Noch 21 Tage Laufzeit", "9 lettres envoyées": a line of the page that counts.
    private static func isCounter(_ line: TextLine, _ vocabulary: Vocabulary) -> Bool {
        guard line.words.count <= 8, line.words.contains(where: \.isNumber) else { return false }
        return [Cue.remaining, .counted].contains { vocabulary[$0].first(in: line.words) != nil }
    }

    /// "First", "Second and final", "and follow-up": words that count the outputs, where nothing else is left.
    private static func count(_ line: TextLine, _ vocabulary: Vocabulary) -> Int? {
        let words = line.words.map(\.folded)
        let start = ["and", "y", "et", "und"].contains(words.first) ? 1 : 0
        guard let hit = vocabulary[.ordinal].hit(in: line.words, at: start) ?? (start == 1 ? vocabulary[.update].hit(in: line.words, at: start) : nil)
        else { return nil }
        let rest = words[hit.words.upperBound...]
        return rest.isEmpty || rest.elementsEqual(["and", "final"]) || rest.elementsEqual(["final"]) || rest.elementsEqual(["s"]) ? words.count : nil
    }

    /// Whether a bracket is open there that tells of an earlier output: it follows a number, or holds a code, or begins with the date.
    /// "UA 379/00 (AFR 54/51/00, 12 December 2000)", "follow-ups (AFR 54/54/00, 20 December 2000)"
    private static func isBracketed(_ before: ArraySlice<UInt8>) -> Bool {
        guard let open = before.lastIndex(where: { $0 == 0x28 || $0 == 0x29 }), before[open] == 0x28 else { return false }
        let followsFact = before[..<open].last { $0 != 0x20 } == 0x7C
        return followsFact || before[open...].contains(0x7C) || !before[open...].contains { ReferenceScanner.isLetter($0) }
    }

    private static func isInBracket(_ line: TextLine, _ byte: Int) -> Bool {
        line.utf8[..<byte].suffix(200).last { $0 == 0x28 || $0 == 0x29 } == 0x28
    }

    /// Whether the line speaks of an earlier output by its number.
    private static func isUpdate(_ line: TextLine, _ vocabulary: Vocabulary) -> Bool {
        vocabulary[.update].hit(in: line.words, at: 0) != nil && line.utf8.contains(0x7C)
    }

    private static func role(of hit: DateFinder.Hit, in line: TextLine, _ vocabulary: Vocabulary) -> Role {
        let first = hit.words.lowerBound
        let start = line.words[first].range.lowerBound
        if isBracketed(line.utf8[..<start].suffix(200)) { return .bracketed }
        for index in stride(from: first - 1, through: max(0, first - 6), by: -1) where index >= 0 {
            if vocabulary[.deadline].hit(in: line.words, at: index) != nil { return .deadline }
            if let hit = vocabulary.headings.hit(in: line.words, at: index), hit.value == Heading.deadline.rawValue { return .deadline }
            if vocabulary[.ended].hit(in: line.words, at: index) != nil { return .ended }
            // "Further information on UA 64/94 issued 8 March 1994": the day of the earlier output
            if vocabulary[.issued].hit(in: line.words, at: index) != nil { return isUpdate(line, vocabulary) ? .bracketed : .issued }
        }
        return .plain
    }
}

extension String {
    /// Without brackets around nothing and round the whole.
    var trimmingBrackets: String {
        guard utf8.contains(0x29) else { return self }
        var text = replacingBracketPairs()
        if text.hasPrefix("("), text.hasSuffix(")") { text = String(text.dropFirst().dropLast()) }
        return text
    }

    private func replacingBracketPairs() -> String {
        var text = ""
        for character in self {
            if character == ")", text.last == "(" { text.removeLast() } else { text.append(character) }
        }
        return text
    }
}
