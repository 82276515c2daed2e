import Campaign
import Documents

extension DeskTable {
    static func held(_ sums: [HeldSum], _ reader: Reader, mayCount: Bool) -> DeskTable {
        DeskTable(
            reader.text("desk.counting_held_title"),
            columns: columns(["action", "why", "entries", "appeals", "when", "do"], reader),
            rows: sums.map { sum in
                var selection = CountSelection()
                selection.reference = sum.reference
                selection.suspicion = sum.suspicion
                return [
                    .init(reader.printed(sum.reference), to: DeskLinks.action(sum.reference)),
                    .init(reader.text("desk.counting_suspicion_\(sum.suspicion.rawValue)")), .init(reader.words.grouped(sum.entries)),
                    .init(reader.words.grouped(sum.appeals)), .init("\(reader.moment(sum.first)) – \(reader.moment(sum.last))"),
                    links([.restore, .void], selection, reader, mayCount: mayCount),
                ]
            },
            empty: reader.text("desk.counting_held_none"))
    }

    static func bursts(_ hours: [BurstHour], _ reader: Reader, mayCount: Bool) -> DeskTable {
        DeskTable(
            reader.text("desk.counting_bursts_title"),
            columns: columns(["action", "hour", "entries", "appeals", "usual", "do"], reader),
            rows: hours.map { hour in
                var selection = CountSelection()
                selection.reference = hour.reference
                selection.since = hour.begin
                selection.until = hour.begin.adding(seconds: 3_600)
                return [
                    .init(reader.printed(hour.reference), to: DeskLinks.action(hour.reference)), .init(reader.moment(hour.begin)),
                    .init(reader.words.grouped(hour.entries)), .init(reader.words.grouped(hour.appeals), isLoud: true),
                    .init(reader.words.grouped(hour.usual)), links([.hold], selection, reader, mayCount: mayCount),
                ]
            },
            empty: "")
    }

    static func counted(_ entries: [CountedEntry], _ reader: Reader, mayCount: Bool) -> DeskTable {
        DeskTable(
            reader.text("desk.counting_entries_title"),
            columns: columns(["when", "action", "quantity", "date", "source", "state", "do"], reader),
            rows: entries.map { entry in
                var selection = CountSelection()
                selection.entry = entry.id
                let kinds: [Correction] =
                    switch entry.state {
                    case .counted: [.void]
                    case .held: [.restore, .void]
                    case .voided: [.restore]
                    case .restored: []
                    }
                let origin = [reader.text("desk.counting_source_\(entry.source.rawValue)"), entry.groupName, entry.note].compactMap { $0 }
                let state = [reader.text("desk.counting_state_\(entry.state.rawValue)"), entry.suspicion == nil ? entry.reason : nil].compactMap {
                    $0
                }
                return [
                    .init(reader.moment(entry.at)), .init("\(reader.printed(entry.reference)) · \(entry.ordinal)"),
                    .init("\(reader.words.grouped(entry.quantity)) · \(reader.text("channel.\(entry.channel.rawValue)"))"),
                    .init(reader.days.long(entry.on)), .init(origin.filter { !$0.isEmpty }.joined(separator: " · ")),
                    .init(state.joined(separator: " · "), isLoud: entry.state != .counted),
                    links(kinds, selection, reader, mayCount: mayCount),
                ]
            },
            empty: reader.text("desk.counting_entries_none"))
    }

    /// Corrections begin with a look at what they would do: these buttons change nothing yet.
    private static func links(_ kinds: [Correction], _ selection: CountSelection, _ reader: Reader, mayCount: Bool) -> Cell {
        Cell(
            "",
            buttons: mayCount
                ? kinds.map { kind in
                    let fields = [("do", kind.rawValue)] + selection.fields
                    return DeskForm(
                        to: CountingLinks.correction, reader.text("desk.counting_\(kind.rawValue)"),
                        hidden: fields.map { HiddenField(fieldName: $0.0, fieldValue: $0.1) })
                } : [])
    }

    private static func columns(_ names: [String], _ reader: Reader) -> [String] { names.map { reader.text("desk.counting_\($0)") } }
}
