import Campaign
import Storage

/// What staff can do with officials' answers.
struct ReplyOperations: Sendable {
    let look: LookAtReply
    let tend: TendReply
    let decide: DecideReply

    init(_ site: SiteParts) {
        look = LookAtReply(database: site.database, world: site.world)
        tend = TendReply(database: site.database, press: site.press, world: site.world)
        decide = DecideReply(database: site.database, press: site.press, world: site.world)
    }
}
