/// The title as printed: a label's, the bracketed page title, the concern beside the number, or the line that stands where a title stands.
struct Titles {
    private let manuscript: Manuscript
    private let vocabulary: Vocabulary
    private let addressLines: Set<Int>

    init(_ manuscript: Manuscript) {
        self.manuscript = manuscript
        addressLines = AddressAboveLetter.numbers(in: manuscript)
        vocabulary = manuscript.vocabulary
    }

    func callAsFunction() -> Fact<String>? {
        labelled ?? bracketed ?? ended ?? concern ?? standing ?? afterCall
    }

    private var labelled: Fact<String>? {
        manuscript.outline.value(.title).map { Fact($0.text, line: $0.number, confidence: 0.97) }
    }

    private var bracketed: Fact<String>? {
        for line in manuscript.outline.opening.prefix(40) {
            guard let bracket = TitleBracket(line) else { continue }
            let title = withoutBanner(line.part(0..<bracket.whole.lowerBound))
            if !title.words.isEmpty { return Fact(title.text.stripped, line: line.number, confidence: 0.97) }
        }
        return nil
    }

    /// "UA: PERU: TITLE OF THE CASE 15.23": between the country and the number that ends the line.
    private var ended: Fact<String>? {
        for line in manuscript.outline.opening.prefix(20) where (4...30).contains(line.words.count) {
            guard let first = line.words.first, line.utf8[first.range.upperBound] == 0x3A, ["ua", "au"].contains(first.folded),
                let serial = line.words.dropLast().last, serial.isNumber, serial.joint == .blank,
                ReferenceScanner(line.utf8, leniency: .typed).bare(at: serial.range.lowerBound)?.range.upperBound == line.utf8.count
            else { continue }
            var start = line.words[1].range.lowerBound
            if let country = CountryNames.shared.hit(in: line.words, at: 1), country.words.upperBound < line.words.count - 2 {
                start = line.words[country.words.upperBound].range.lowerBound
            } else if CountryNames.shared.hit(in: line.words, at: 1) != nil {
                return nil
            }
            return Fact(line.text(start..<serial.range.lowerBound).stripped, line: line.number, confidence: 0.8)
        }
        return nil
    }

    /// "UA 37/99 Fear of torture": before 2009 a concern stood for a title.
    private var concern: Fact<String>? {
        guard let index = manuscript.numberLine else { return nil }
        let field = manuscript.headerFields[index]
        let concerns = field.fragments.map { $0.unglued() }.filter(isConcern)
        // "Further information (update no. 2) on UA 12/95 (…) - Concern": the concern comes last
        let isUpdate = vocabulary[.update].hit(in: field.line.words, at: 0) != nil
        if let fragment = isUpdate ? concerns.last : concerns.first {
            return Fact(withoutCountry(fragment).stripped, line: field.line.number, confidence: 0.9)
        }
        guard let tail = field.tail?.unglued(), let end = capitalCountry(tail), end.lowerBound > 0 else { return nil }
        let text = tail.part(0..<tail.words[end.lowerBound].range.lowerBound).text.stripped
        return text.isEmpty ? nil : Fact(text, line: field.line.number, confidence: 0.75)
    }

    private func isConcern(_ line: TextLine) -> Bool {
        guard CountryLine(line) == nil, !line.words.isEmpty else { return false }
        // "First UA: 17/19": the word that counts the outputs
        guard vocabulary[.ordinal].hit(in: line.words, at: 0)?.words.count != line.words.count else { return false }
        // "STOP ACTION"
        guard vocabulary[.outcome].hit(in: line.words, at: 0)?.words.count != line.words.count else { return false }
        let hit = CountryNames.shared.hit(in: line.words, at: 0)
        return hit?.words.count != line.words.count && line.words.contains { $0.range.count > 3 }
            && vocabulary[.publisher].first(in: line.words) == nil
    }

    private func capitalCountry(_ line: TextLine) -> Range<Int>? {
        CountryNames.shared.hits(in: line.words, to: 40).first { hit in line.words[hit.words].allSatisfy { $0.shape == .capitals } }?.words
    }

    /// "Disappearance - Syria" without the country.
    private func withoutCountry(_ line: TextLine) -> String {
        guard let hit = CountryNames.shared.hits(in: line.words).last, hit.words.upperBound == line.words.count, hit.words.lowerBound > 0,
            line.words[hit.words.lowerBound].joint == .mark
        else { return line.text }
        return line.text(0..<line.words[hit.words.lowerBound - 1].range.upperBound)
    }

    /// The first line that can be a title below the number or the banner, else the last one above it.
    private var standing: Fact<String>? {
        let fields = manuscript.headerFields.filter { !isAddress($0.line) }
        let number = manuscript.numberLine.map { manuscript.headerFields[$0].line.number }
        let anchor = fields.lastIndex { $0.line.number == number } ?? fields.lastIndex { isBanner($0.line) } ?? -1
        let afterCountry = fields.indices.dropLast().first { isCountryAlone(fields[$0]) && isTitle(fields[$0 + 1]) }.map { $0 + 1 }
        let below = fields.indices.first { $0 > anchor && isTitle(fields[$0]) }
        // the page's or the mail's own title may be any words behind the name of the action
        let titles = fields.indices.filter { $0 <= anchor && isTitle(fields[$0]) }
        let above = titles.first { !isBanner(fields[$0].line) } ?? titles.first
        guard let index = below ?? afterCountry ?? above else { return nil }
        let title = withoutButton(withoutBanner(fields[index].line))
        return Fact(title.text.trimmed, line: title.number, confidence: anchor >= 0 ? 0.8 : 0.6)
    }

    /// Lines of an address above a letter are no titles.
    private func isAddress(_ line: TextLine) -> Bool { addressLines.contains(line.number) }

    /// "1. Egypte: schrijfactie: onderzoeker opgepakt": what follows the name of the action.
    private var afterCall: Fact<String>? {
        for line in manuscript.outline.lines.prefix(60) where line.words.count <= 30 {
            guard let hit = vocabulary[.title].first(in: line.words, to: 10),
                let colon = line.utf8[line.words[hit.words.lowerBound].range.upperBound...].firstIndex(of: 0x3A)
            else { continue }
            let rest = line.part(from: colon + 1)
            if rest.words.count > 1 { return Fact(rest.text.stripped, line: line.number, confidence: 0.7) }
        }
        return nil
    }

    private func isTitle(_ field: HeaderLine) -> Bool {
        let line = withoutBanner(field.line)
        guard !field.isHeader || field.dates.isEmpty && field.references.isEmpty && field.codes.isEmpty else { return false }
        guard (1...30).contains(line.words.count), line.words.contains(where: { $0.range.count > 2 && !$0.isNumber }),
            !manuscript.opening.isProse(line)
        else { return false }
        guard !line.text.contains("://"), !manuscript.marks.isItem(line), CountryLine(line)?.isHeadline != false, !isChrome(line),
            ForeignReference(line) == nil
        else { return false }
        guard manuscript.vocabulary[.remaining].first(in: line.words, to: 4) == nil, vocabulary[.counted].first(in: line.words) == nil else {
            return false
        }
        return !field.fragments.isEmpty && !isPerson(line)
    }

    /// "Herr Siamak Amini, 19 Jahre", "Samia Ali (f)": a line of people is no title.
    private func isPerson(_ line: TextLine) -> Bool {
        if let style = vocabulary[.honorific].hit(in: line.words, at: 0), style.words.upperBound < line.words.count {
            return line.words[style.words.upperBound].isCapitalised && line.words.count <= 12
        }
        return ["(m)", "(f)", "(h)"].contains { line.text.contains($0) } && NameFinder(vocabulary).names(in: line).first?.words.lowerBound == 0
    }

    /// A line of the page: its owner, a menu, a category that is called "urgent" and no more.
    private func isChrome(_ line: TextLine) -> Bool {
        if vocabulary[.publisher].first(in: line.words) != nil, line.words.count <= 10 { return true }
        if let hit = vocabulary.headings.hit(in: line.words, at: 0), hit.value == Heading.chrome.rawValue { return true }
        if vocabulary[.language].hit(in: line.words, at: 0)?.words.count == line.words.count { return true }
        if line.words.contains(where: \.isNumber), line.words.allSatisfy({ $0.isNumber || $0.shape == .capitals && $0.range.count <= 4 }) {
            return true
        }
        let urgent = vocabulary[.urgent].hits(in: line.words).reduce(0) { $0 + $1.words.count }
        let months = vocabulary[.month].hits(in: line.words).count
        if urgent > 0, urgent + months >= line.words.count(where: { !$0.isNumber }) { return true }
        return line.utf8.count { $0 == 0x2F } >= 3 && line.text.contains(" / ")
    }

    private func isCountryAlone(_ field: HeaderLine) -> Bool {
        CountryLine(field.line).map { $0.rest.isBlank } ?? false
    }

    private func isBanner(_ line: TextLine) -> Bool {
        vocabulary.headings.hit(in: line.words, at: 0)?.value == Heading.banner.rawValue
    }

    private func withoutBanner(_ line: TextLine) -> TextLine {
        guard let hit = vocabulary.headings.hit(in: line.words, at: 0), [Heading.banner, .headline].map(\.rawValue).contains(hit.value) else {
            return line
        }
        let end = line.words[hit.words.upperBound - 1].range.upperBound
        let rest = line.part(from: end)
        let isWhole =
            line.words[hit.words].allSatisfy { $0.shape == .capitals } || rest.text.hasPrefix(":") || rest.text.hasPrefix("!") || rest.words.isEmpty
        return isWhole
            ? TextLine(String(rest.text.drop { $0 == "!" }).stripped, number: line.number, page: line.page, isHeading: line.isHeading) : line
    }

    /// "Écrire Colombie. …": the word of a button before the title.
    private func withoutButton(_ line: TextLine) -> TextLine {
        guard let hit = vocabulary[.button].hit(in: line.words, at: 0), hit.words.upperBound < line.words.count,
            line.words[hit.words.upperBound].isCapitalised,
            hit.language != "en"
        else { return line }
        return line.part(from: line.words[hit.words.upperBound].range.lowerBound)
    }
}
