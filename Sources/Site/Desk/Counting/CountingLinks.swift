import Campaign
import Documents

/// The addresses of the counting desk.
enum CountingLinks {
    static let index = "/desk/counting"
    static let table = "/desk/counting/table"
    static let correction = "/desk/counting/correction"

    static func entered(_ entry: Report.ID) -> String { "\(index)?entered=\(entry)" }

    /// Where a correction of these entries begins.
    static func correction(_ correction: Correction, _ selection: CountSelection) -> String {
        let fields = [("do", correction.rawValue)] + selection.fields
        return "\(self.correction)?" + fields.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
    }
}

extension CountSelection {
    /// As an address and a form name it. The section is never among them: it is the desk's.
    var fields: [(String, String)] {
        [
            ("entry", entry?.text), ("action", reference?.slug), ("channel", channel?.rawValue), ("source", source?.rawValue), ("from", from?.text),
            ("to", to?.text), ("since", since.map { String($0.milliseconds) }), ("until", until.map { String($0.milliseconds) }),
            ("suspicion", suspicion?.rawValue),
        ].compactMap { name, value in value.map { (name, $0) } }
    }

    init(_ form: FormBody, section: Section.Code) {
        self.init(section: section)
        func said(_ name: String) -> String? { form[name].flatMap { $0.isEmpty ? nil : $0 } }
        entry = said("entry").map { Report.ID($0) }
        reference = said("action").flatMap { Reference(slug: $0) ?? (try? Reference($0)) }
        channel = said("channel").flatMap(Channel.init)
        source = said("source").flatMap(ReportSource.init)
        from = said("from").flatMap { Day($0) }
        to = said("to").flatMap { Day($0) }
        since = said("since").flatMap(Int64.init).map { Instant(milliseconds: $0) }
        until = said("until").flatMap(Int64.init).map { Instant(milliseconds: $0) }
        suspicion = said("suspicion").flatMap(Suspicion.init)
    }
}
