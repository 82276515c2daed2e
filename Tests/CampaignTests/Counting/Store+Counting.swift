import Campaign
import Documents
import TestSupport

extension Store {
    /// A return as the desk types it in.
    func count(
        _ quantity: Int, of reference: Reference = .wanjiru, source: ReportSource? = nil, channel: Channel = .post, on day: String = "2021-11-29",
        group: WritingGroup? = nil, token: String? = nil
    ) throws -> CountEntry {
        let typed = [
            "action": reference.printed(), "quantity": String(quantity), "channel": channel.rawValue, "date": day,
            "source": (source ?? (group == nil ? .paper : .group)).rawValue, "group": group?.code.printed,
        ]
        return try CountEntry({ typed[$0] ?? nil }, token: token ?? world.token())
    }

    func enter(_ entries: [CountEntry], in section: Section.Code = .international) async throws -> [EnterCounts.Verdict] {
        try await EnterCounts(database: database, world: world)(entries, of: section, by: "Rosa")
    }
}
