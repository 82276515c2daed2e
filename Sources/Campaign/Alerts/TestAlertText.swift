package import Outgoing
package import Storage

/// Sends an alert, draft or not, as a text message to one number; nothing is entered, the number neither.
package struct TestAlertText: Sendable {
    let database: any Database
    let world: World
    let gateway: SMSGateway

    package init(database: any Database, world: World, gateway: SMSGateway) {
        self.database = database
        self.world = world
        self.gateway = gateway
    }

    /// The alert in each of its languages, at most one text message each. Returns how many were taken. Throws `AlertRefusal`.
    package func callAsFunction(_ id: Alert.ID, to number: String) async throws -> Int {
        guard SMSMessage.isNumber(number) else { throw AlertRefusal.noNumber(number) }
        let texts = try await database.read { db in
            _ = try db.alert(id)
            return try db.texts(of: id)
        }
        guard !texts.isEmpty else { throw AlertRefusal.pointless(.withdrawn) }
        for text in texts {
            switch await gateway.send(SMSMessage(to: number, text: text.short, id: world.newID())) {
            case .taken: break
            case .later(let answer, _), .refused(let answer): throw AlertRefusal.textRefused(answer)
            case .gone: throw AlertRefusal.textRefused("status 410")
            }
        }
        return texts.count
    }
}
