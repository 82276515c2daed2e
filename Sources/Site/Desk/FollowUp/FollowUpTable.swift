import Campaign
import Documents

extension DeskTable {
    /// The ways in which an action goes on or ends, each with what it is for; only those open to whoever is there.
    static func followUps(of action: Action, _ asked: DeskShell.Asked, isOwn: Bool) -> DeskTable? {
        let reader = asked.reader, reference = action.reference, duties = asked.at.member.duties, section = reader.section.code
        let isPublished = action.outputs.contains { $0.publishedAt != nil }
        var ways: [(name: String, path: String)] = []
        if duties.allow(.withdraw, in: section) { ways.append(("withdraw", DeskLinks.withdrawal(reference))) }
        if isPublished, isOwn, duties.allow(.write, in: section), action.outputs.last?.publishedAt != nil {
            ways += FollowUp.kinds.map { ($0.rawValue, FollowUpLinks.document($0, reference)) }
        }
        if isPublished, duties.allow(.release, in: section) {
            ways.append(("extension", FollowUpLinks.extend(reference)))
            if isOwn { ways += [("close", DeskLinks.outcome(reference)), ("end", FollowUpLinks.end(reference))] }
        }
        if isPublished, duties.allow(.write, in: section) { ways.append(("reply", ReplyDeskLinks.new(reference))) }
        if isOwn, duties.allow(.withdraw, in: section) { ways.append(("rename", FollowUpLinks.renaming(reference))) }
        guard !ways.isEmpty else { return nil }
        return DeskTable(
            reader.text("desk.followup_title"), columns: ["desk.followup_way", "desk.followup_effect"].map { reader.text($0) },
            rows: ways.map { way in
                [.init(reader.text("desk.followup_\(way.name)"), to: way.path), .init(reader.text("desk.followup_\(way.name)_text"))]
            },
            empty: "")
    }
}
