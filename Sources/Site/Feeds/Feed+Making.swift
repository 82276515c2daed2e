import Campaign
import Documents

extension Feed {
    /// A page of a feed as `reader`'s section tells it. One output more than a page has says that there is an older page.
    init(_ outputs: [FeedOutput], _ removals: [FeedRemoval], _ scope: FeedScope, page: Int, origin: String, for reader: Reader) {
        let language = reader.language, kind = FeedKind.atom
        let older = outputs.count > FeedRoutes.size ? origin + scope.path(kind, language, page: page + 1) : nil
        self.init(
            id: "tag:\(reader.section.host),2021:\(scope.path(kind, language))",
            title: scope.title(reader), language: language,
            homeURL: origin + scope.home(language), selfURL: origin + scope.path(kind, language, page: page),
            olderURL: older, newerURL: page > 0 ? origin + scope.path(kind, language, page: page - 1) : nil,
            author: reader.sectionName,
            entries: outputs.prefix(FeedRoutes.size).compactMap { Entry($0, origin, reader) },
            removals: removals.map { Removal(id: EntryName($0.reference, $0.ordinal, $0.year, reader).text, at: $0.at.text) })
    }
}

extension Feed.Entry {
    fileprivate init?(_ told: FeedOutput, _ origin: String, _ reader: Reader) {
        let action = told.action
        guard let output = action.output(told.ordinal) else { return nil }
        let view = ActionView(action, output, Tally(), for: reader), text = view.text
        self.init(
            id: EntryName(action.reference, output.ordinal, action.archive.year, reader).text,
            url: origin + Links.action(action.reference, reader.language, ordinal: output.ordinal),
            title: "\(view.countryName): \(view.headline)", language: view.textLanguage,
            paragraphs: [Self.stateLine(view), text?.lead, view.isOpen ? text?.call : nil].compactMap { $0 },
            demands: view.isOpen ? text?.demands ?? [] : [],
            topics: action.countries.map { .init(term: $0.code, label: $0.name(in: reader.language)) }
                + [.init(term: output.kind.rawValue, label: reader.text("kind.\(output.kind.rawValue)"))],
            published: told.published.text,
            updated: (output.ordinal == action.latest?.ordinal ? told.changed : told.published).text)
    }

    /// Until when to write, or why no more.
    private static func stateLine(_ view: ActionView) -> String? {
        guard view.isOpen else { return StatePart(view).map { view.reference + view.reader.language.colon + $0.stateTitle } }
        return view.actUntil.map { view.reference + view.reader.language.colon + view.reader.text("feed.until", ["date": view.reader.days.long($0)]) }
    }
}

/// What an entry is called for good: the host, the year, the number, the output and the language, and no name.
struct EntryName {
    let text: String

    init(_ reference: Reference, _ ordinal: Int, _ year: Int, _ reader: Reader) {
        text = "tag:\(reader.section.host),\(year):\(reference.slug)/\(ordinal)/\(reader.language)"
    }
}

extension FeedScope {
    /// What a feed of this scope is called.
    func title(_ reader: Reader, _ key: String = "feed.title") -> String {
        let part = [
            reference.map(reader.printed), country?.name(in: reader.language), topic.map { reader.text("topic.\($0.rawValue)") },
        ].compactMap { $0 }
        return ([reader.text(key, ["section": reader.sectionName])] + part).joined(separator: " · ")
    }
}
