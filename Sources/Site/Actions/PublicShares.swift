import Campaign

/// How a public total is shared out: by output, by channel, by section.
///
/// A part is shown only when every other part of the same sum may be shown as well: a hidden one could else be worked out by subtraction.
struct PublicShares {
    let outputs: [(Output, Int)]
    let channels: [(Channel, Int)]
    let sections: [(Section, Int)]
    /// Beside the sections: what other servers counted, by their names.
    let servers: [(String, Int)]

    init(_ view: ActionView, _ directory: SectionDirectory) {
        let reader = view.reader, tally = view.tally
        outputs = Self.shown(view.action.outputs.map { ($0, tally.counted(output: $0.ordinal)) }, reader)
        channels = Self.shown(Channel.allCases.map { ($0, tally.counted(by: $0)) }, reader)
        let own = directory.all.map { (Counting.section($0), tally.counted(for: $0.code)) }
        let counting = Self.shown(own + tally.servers.map { (.server($0.name), $0.appeals) }, reader)
        sections = counting.compactMap { if case .section(let section) = $0 { (section, $1) } else { nil } }
        servers = counting.compactMap { if case .server(let name) = $0 { (name, $1) } else { nil } }
    }

    private enum Counting {
        case section(Section)
        case server(String)
    }

    private static func shown<Part>(_ parts: [(Part, Int)], _ reader: Reader) -> [(Part, Int)] {
        let parts = parts.filter { $0.1 > 0 }
        return parts.count > 1 && parts.allSatisfy { reader.publicCount($0.1) != nil } ? parts : []
    }
}
