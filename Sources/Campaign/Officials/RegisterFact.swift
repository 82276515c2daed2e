import Documents

/// One thing that a row of a table says of the register.
enum RegisterFact: Equatable {
    case official(String, OfficialFacts)
    case holder(String, Holder)
    case contact(String, OfficialContact)

    /// What a row says; several things when an office's row names its holder and contacts too (docs/officials.md). Throws what is wrong with it.
    static func read(_ record: CSVRecord, _ header: [String]) throws(TableProblem) -> [RegisterFact] {
        let key = try record.key()
        switch record["kind"]?.lowercased() ?? "office" {
        case "office": return try [.official(key, OfficialFacts(record, header, seat: nil))] + parts(of: key, record, header)
        case "mission": return try [.official(key, OfficialFacts(record, header, seat: MissionSeat(record)))] + parts(of: key, record, header)
        case "holder": return [.holder(key, try Holder(record, header))]
        case "contact": return [.contact(key, try OfficialContact(record))]
        default: throw record.problem("kind", "office, mission, holder, contact")
        }
    }

    /// The holder and the contacts in the office's own row, in columns named by channel.
    private static func parts(of key: String, _ record: CSVRecord, _ header: [String]) throws(TableProblem) -> [RegisterFact] {
        var facts: [RegisterFact] = []
        if record["name"] != nil { facts.append(.holder(key, try Holder(record, header))) }
        for channel in Channel.allCases {
            guard let cell = record[channel.rawValue] else { continue }
            let places = channel == .post ? [cell] : cell.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
            for place in places { facts.append(.contact(key, try OfficialContact(channel, place, record, column: channel.rawValue))) }
        }
        return facts
    }
}

extension OfficialFacts {
    fileprivate init(_ record: CSVRecord, _ header: [String], seat: MissionSeat?) throws(TableProblem) {
        guard let country = try record.country("country") else { _ = try record.required("country"); throw record.problem("country", "PE") }
        let titles = record.wordings("title", header)
        if titles.isEmpty { _ = try record.required("title_en") }
        self.init(
            country: country, rank: try record.line("rank"), titles: titles, seat: seat, validFrom: try record.day("valid_from"),
            validTo: try record.day("valid_to"), checkedOn: try record.day("checked_on"), checkedBy: try record.line("checked_by"),
            note: record["note"]
        )
        if let validFrom, let validTo, validTo < validFrom { throw record.problem("valid_to", "≥ \(validFrom)") }
    }
}

extension MissionSeat {
    fileprivate init(_ record: CSVRecord) throws(TableProblem) {
        guard let receiving = try record.country("receiving") else { _ = try record.required("receiving"); throw record.problem("receiving", "CH") }
        let kinds = Kind.allCases.map(\.rawValue).joined(separator: ", ")
        guard let kind = Kind(rawValue: record["mission_kind"] ?? "embassy") else { throw record.problem("mission_kind", kinds) }
        let from = try record.country("accredited_from")
        self.init(receiving: receiving, kind: kind, accreditedFrom: from == receiving ? nil : from)
    }
}

extension Holder {
    fileprivate init(_ record: CSVRecord, _ header: [String]) throws(TableProblem) {
        let name = try record.requiredLine("name")
        guard let folded = NormalPlace.words(name) else { throw record.problem("name", "Ana Pérez") }
        self.init(
            name: name, folded: folded, honorific: try record.line("honorific"), gender: try record.line("gender"),
            salutations: record.wordings("salutation", header), heldFrom: try record.day("held_from"), heldUntil: try record.day("held_until"),
            checkedOn: try record.day("checked_on"), checkedBy: try record.line("checked_by")
        )
        if let heldFrom, let heldUntil, heldUntil < heldFrom { throw record.problem("held_until", "≥ \(heldFrom)") }
    }
}

extension OfficialContact {
    fileprivate init(_ record: CSVRecord) throws(TableProblem) {
        guard let channel = Channel(rawValue: try record.required("channel")) else {
            throw record.problem("channel", Channel.allCases.map(\.rawValue).joined(separator: ", "))
        }
        try self.init(channel, try record.required("place"), record, column: "place")
    }

    fileprivate init(_ channel: Channel, _ place: String, _ record: CSVRecord, column: String) throws(TableProblem) {
        guard channel == .post || !place.contains(where: \.isNewline), let normal = NormalPlace.of(place, channel) else {
            throw record.problem(column, channel.example)
        }
        let isOwnRow = column == "place"
        self.init(
            channel: channel, place: channel == .post ? place.unifiedLines : place, normal: normal,
            language: isOwnRow ? try record.language("language") : nil, isPreferred: isOwnRow ? try record.flag("preferred") : nil,
            state: isOwnRow ? try record.state() : nil, stateOn: isOwnRow ? try record.day("state_on") : nil,
            checkedOn: try record.day("checked_on"), checkedBy: try record.line("checked_by"), note: isOwnRow ? record["note"] : nil
        )
    }
}

extension Channel {
    /// What a place of this channel looks like, for whoever fills in a table.
    fileprivate var example: String {
        switch self {
        case .email: "minister@example.org"
        case .fax, .phone: "+41 31 555 01 00"
        case .x, .instagram, .facebook, .bluesky: "@name"
        case .mastodon: "@name@example.org"
        case .contactForm, .petition: "https://example.org/contact"
        case .post, .solidarity, .other: "1 Example Street"
        }
    }
}
