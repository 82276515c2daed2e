/// The country of concern: what the title's bracket or the header prints, then the title, the index code, the lead, the embassy.
struct Countries {
    private let manuscript: Manuscript
    private let names = CountryNames.shared

    init(_ manuscript: Manuscript) {
        self.manuscript = manuscript
    }

    func callAsFunction(reference: CaseReferences.Found?, title: String?, code: IndexCode?, previous: String?, lead: String?) -> Fact<Country>? {
        bracketed ?? between(reference) ?? printed ?? fromTitle(title) ?? coded(code, 0.9) ?? coded(previous.flatMap { try? IndexCode($0) }, 0.75)
            ?? spoken(lead) ?? urgentLine ?? addressed
    }

    private var bracketed: Fact<Country>? {
        manuscript.outline.opening.prefix(40).lazy.compactMap { line in
            guard let bracket = TitleBracket(line), !bracket.country.isEmpty else { return nil }
            return first(in: line.part(bracket.country), confidence: 0.98)
        }.first
    }

    private func between(_ reference: CaseReferences.Found?) -> Fact<Country>? {
        guard let text = reference?.between else { return nil }
        return first(in: TextLine(text, number: 0), confidence: 0.97)
    }

    /// A field of the header that is a country or begins with one.
    private var printed: Fact<Country>? {
        let fields = manuscript.headerFields
        for field in fields {
            for fragment in field.fragments.map({ $0.unglued() }) {
                if let line = CountryLine(fragment) { return Fact(line.country, line: field.line.number, confidence: 0.93) }
                if !field.isHeader { continue }
                if let hit = trailing(fragment) { return Fact(hit, line: field.line.number, confidence: 0.9) }
            }
            if let tail = field.tail?.unglued(), let hit = shouted(tail) { return Fact(hit, line: field.line.number, confidence: 0.85) }
        }
        return nil
    }

    /// "Disappearance - Syria": the country that ends a concern.
    private func trailing(_ line: TextLine) -> Country? {
        names.hits(in: line.words).first {
            $0.kind == .name && $0.words.upperBound == line.words.count && line.words[$0.words.lowerBound].joint == .mark
        }?.country
    }

    /// A country in capitals inside a header of one paragraph.
    private func shouted(_ line: TextLine) -> Country? {
        names.hits(in: line.words, to: 60).first { hit in
            hit.kind == .name && line.words[hit.words].allSatisfy { $0.shape == .capitals && $0.range.count > 2 }
        }?.country
    }

    private func fromTitle(_ title: String?) -> Fact<Country>? {
        guard let title else { return nil }
        let line = TextLine(title, number: 0)
        let hits = names.hits(in: line.words)
        let prefixed = hits.first { $0.kind != .adjective && $0.words.lowerBound == 0 && isPrefix($0, of: line) }
        return (prefixed ?? hits.first { $0.kind == .name }).map { Fact($0.country, confidence: $0.words.lowerBound == 0 ? 0.9 : 0.8) }
    }

    private func isPrefix(_ hit: CountryNames.Hit, of line: TextLine) -> Bool {
        hit.words.upperBound < line.words.count && line.words[hit.words.upperBound].joint == .mark
    }

    private func coded(_ code: IndexCode?, _ confidence: Double) -> Fact<Country>? {
        guard let place = code?.place, let country = place.countries.first else { return nil }
        return Fact(country, confidence: place.trust == .memory ? confidence - 0.3 : confidence, note: FindingNote(.indexCode))
    }

    /// A country named in the lead; where none is, the one whose people or government it names most.
    private func spoken(_ lead: String?) -> Fact<Country>? {
        guard let lead else { return nil }
        let line = TextLine(lead, number: 0)
        let hits = names.hits(in: line.words)
        if let name = hits.first(where: { $0.kind == .name }) { return Fact(name.country, confidence: 0.6, note: FindingNote(.namedInLead)) }
        var counts: [Country: Int] = [:]
        for hit in hits { counts[hit.country, default: 0] += 1 }
        let best = counts.max { ($0.value, $1.key.code) < ($1.value, $0.key.code) }
        return best.map { Fact($0.key, confidence: 0.4, note: FindingNote(.peopleInLead)) }
    }

    /// "Urgent Action Deutschland", "TEXAS: urgent action needed", "1. EGYPTE: Schrijfactie Egypte"
    private var urgentLine: Fact<Country>? {
        manuscript.outline.lines.prefix(60).filter { manuscript.vocabulary[.urgent].first(in: $0.words, to: 12) != nil }.lazy
            .compactMap { line in names.hits(in: line.words, to: 14).first.map { Fact($0.country, line: line.number, confidence: 0.6) } }.first
    }

    /// The country of an official: "Embassy of Iran", "Governor of Texas", the last line of an address.
    private var addressed: Fact<Country>? {
        let lines =
            manuscript.outline.sections(.contacts, .targets).flatMap(\.written) + manuscript.outline.opening
            + manuscript.outline.sections(.letter).flatMap(\.written).prefix(12)
            + manuscript.outline.loose.flatMap(\.written).filter { $0.words.count <= 6 }
        let embassy = lines.lazy.compactMap { line -> Fact<Country>? in
            guard
                let institution = manuscript.vocabulary[.institution].first(in: line.words)
                    ?? manuscript.vocabulary[.role].first(in: line.words, to: 3)
            else { return nil }
            return names.hits(in: line.words, from: institution.words.upperBound, limit: 1).first.map {
                Fact($0.country, line: line.number, confidence: 0.5)
            }
        }.first
        return embassy
            ?? lines.lazy.compactMap { line in
                (names.hit(in: line.words, at: 0) ?? ending(line)).map { Fact($0.country, line: line.number, confidence: 0.4) }
            }.first
    }

    /// "Lima, Perú": a country that ends a line behind a comma.
    private func ending(_ line: TextLine) -> CountryNames.Hit? {
        guard line.words.count <= 6 else { return nil }
        return names.hits(in: line.words).last { $0.words.upperBound == line.words.count && line.words[$0.words.lowerBound].joint == .mark }
    }

    private func first(in line: TextLine, confidence: Double) -> Fact<Country>? {
        names.hits(in: line.words, anyCase: true).first.map { Fact($0.country, line: line.number == 0 ? nil : line.number, confidence: confidence) }
    }
}
