import Campaign
import Documents

extension DeadlineCalendar {
    /// The deadlines of `actions` from a day on, and crossed out those of what was taken down.
    init(
        _ actions: [(action: Action, changed: Instant?)], _ removals: [FeedRemoval], _ scope: FeedScope, since day: Day, origin: String,
        for reader: Reader
    ) {
        let events = actions.flatMap { action, changed in
            action.outputs.compactMap { output in
                Event(ActionView(action, output, Tally(), for: reader), changed: changed ?? output.publishedAt, since: day, origin)
            }
        }
        self.init(
            name: scope.title(reader, "feed.calendar"), sourceURL: origin + scope.path(.calendar, reader.language),
            events: events + removals.compactMap { Event($0, since: day, origin, reader) })
    }
}

extension DeadlineCalendar.Event {
    /// nil for an output without a day, or with one that is long over.
    fileprivate init?(_ view: ActionView, changed: Instant?, since day: Day, _ origin: String) {
        let action = view.action, reader = view.reader
        guard view.output.kind.asksForLetters, let until = view.actUntil, until >= day else { return nil }
        let isOver = !view.isOpen && (view.output.ending != nil || action.successor(of: view.output) != nil)
        self.init(
            uid: Self.name(action.reference, view.output.ordinal, reader), sequence: action.revision,
            changed: (changed ?? Instant(milliseconds: 0)).text, day: until,
            summary: reader.text("feed.event", ["reference": view.reference, "country": view.countryName]),
            text: isOver ? StatePart(view)?.stateTitle ?? "" : [view.headline, view.text?.call].compactMap { $0 }.joined(separator: "\n"),
            url: origin + Links.action(action.reference, reader.language, ordinal: view.output.ordinal), isCancelled: isOver)
    }

    /// Says the number and nothing else.
    fileprivate init?(_ removal: FeedRemoval, since day: Day, _ origin: String, _ reader: Reader) {
        guard let until = removal.actUntil, until >= day else { return nil }
        self.init(
            uid: Self.name(removal.reference, removal.ordinal, reader), sequence: removal.revision, changed: removal.at.text, day: until,
            summary: reader.text("feed.withdrawn", ["reference": reader.printed(removal.reference)]), text: "",
            url: origin + Links.action(removal.reference, reader.language), isCancelled: true)
    }

    private static func name(_ reference: Reference, _ ordinal: Int, _ reader: Reader) -> String {
        "\(reference.slug)-\(ordinal)@\(reader.section.host)"
    }
}
