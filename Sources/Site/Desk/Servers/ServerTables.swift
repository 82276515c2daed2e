import Campaign
import Documents
import Foundation

/// The tables and forms of the page for other servers.
struct ServerTables {
    let state: ServerStates
    let reader: Reader

    var servers: DeskTable {
        DeskTable(
            text("known"), columns: ["server", "role", "state", "heard", "failed", "do"].map { text("column_\($0)") },
            rows: state.partners.map { partner in
                let end = DeskForm(
                    to: ServerDeskLinks.end, text("end"), hidden: [HiddenField(fieldName: "server", fieldValue: partner.address)], isGrave: true)
                let failure = partner.failure.map { why in [partner.failedAt.map(reader.moment), why].compactMap { $0 }.joined(separator: ": ") }
                return [
                    .init("\(partner.name), \(partner.address)"), .init(role(partner)),
                    .init(standing(partner), isLoud: partner.leftOut != nil || !partner.isAccepted),
                    .init(partner.contactAt.map(reader.moment) ?? text("never")), .init(failure ?? "", isLoud: failure != nil),
                    .init("", buttons: partner.endedAt == nil ? [end] : []),
                ]
            },
            empty: text("none"))
    }

    var tallies: DeskTable {
        let partners = Dictionary(state.partners.map { ($0.id, $0) }) { one, _ in one }
        return DeskTable(
            text("tallies"), columns: ["server", "action", "appeals", "state", "signature", "do"].map { text("column_\($0)") },
            rows: state.tallies.compactMap { tally, reference in
                guard let partner = partners[tally.partner] else { return nil }
                let isProved = tally.isProved(by: partner.keys), isIn = tally.state == .counted && partner.leftOut == nil
                let hidden = [("server", partner.address), ("action", reference.slug)].map { HiddenField(fieldName: $0.0, fieldValue: $0.1) }
                func button(_ decision: String) -> DeskForm {
                    DeskForm(
                        to: ServerDeskLinks.tally, text("tally_\(decision)"),
                        hidden: hidden + [HiddenField(fieldName: "decision", fieldValue: decision)], isGrave: true)
                }
                let why = partner.leftOut.map { text("left_out_\($0.rawValue)") }
                return [
                    .init(partner.name), .init(reader.printed(reference)), .init(reader.words.grouped(tally.appeals)),
                    .init(tally.state == .held ? text("tally_held") : why ?? text("tally_counted"), isLoud: !isIn),
                    .init(text(isProved ? "proved" : "not_proved"), isLoud: !isProved),
                    .init("", buttons: tally.state == .held ? [button("count"), button("drop")] : []),
                ]
            },
            empty: text("no_tallies"))
    }

    var refused: DeskTable {
        DeskTable(
            text("refused"), columns: ["server", "action", "why"].map { text("column_\($0)") },
            rows: state.refused.map { [.init($0.partner.name), .init($0.reference), .init($0.why, isLoud: true)] }, empty: "")
    }

    /// The key that came by the network beside the one that somebody reads out.
    func comparing(_ partner: Partner, _ typed: FormBody, _ problems: FormProblems) -> DeskForm {
        let isThis = typed["server"] == partner.address
        let roles = MeetPartner.Role.allCases.map { ($0.rawValue, text("role_\($0.rawValue)")) }
        let known = MeetPartner.Role(weFollow: partner.weFollow, followsUs: partner.followsUs)
        return DeskForm(
            to: ServerDeskLinks.acceptance, text("accept"), heading: reader.text("desk.servers_compare", ["server": partner.address]),
            explanation: reader.text("desk.servers_compare_text", ["fingerprint": partner.pending?.fingerprint ?? ""]),
            fields: [
                .init(
                    "fingerprint", text("fingerprint"), id: "fingerprint-\(partner.id)", hint: text("fingerprint_hint"),
                    value: isThis ? typed["fingerprint"] ?? "" : "", problem: isThis ? problems["fingerprint"].map(reader.words.text) : nil),
                .list("role", text("column_role"), id: "role-\(partner.id)", roles, chosen: (isThis ? typed["role"] : nil) ?? known?.rawValue),
            ],
            hidden: [HiddenField(fieldName: "server", fieldValue: partner.address)])
    }

    func adding(_ typed: FormBody, _ problems: FormProblems) -> DeskForm {
        DeskForm(
            to: ServerDeskLinks.index, text("add"), heading: text("add"), explanation: text("add_text"),
            fields: [
                .init(
                    "address", text("address"), hint: text("address_hint"), type: "url", value: typed["address"] ?? "",
                    problem: problems["address"].map(reader.words.text))
            ])
    }

    private func role(_ partner: Partner) -> String {
        let role = MeetPartner.Role(weFollow: partner.weFollow, followsUs: partner.followsUs)
        let taken = state.followed[partner.id] ?? 0
        return role.map { text("role_\($0.rawValue)") + (taken > 0 ? " (\(reader.count("desk.servers_actions", taken)))" : "") } ?? ""
    }

    private func standing(_ partner: Partner) -> String {
        if let leftOut = partner.leftOut { return text("left_out_\(leftOut.rawValue)") }
        return text(partner.isAccepted ? "going_on" : "not_compared")
    }

    private func text(_ key: String) -> String { reader.text("desk.servers_\(key)") }
}
