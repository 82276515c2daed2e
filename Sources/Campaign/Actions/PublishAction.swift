package import Documents
package import Storage

/// Opens what is still a draft of an action to the public.
package struct PublishAction: Sendable {
    let database: any Database
    let world: World

    package init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// Publishes every draft output, or only `ordinal`. Returns the ordinals published. Throws `ActionRefusal`, and `ManuscriptRefusal` for one that
    /// was cancelled at the desk.
    package func callAsFunction(_ reference: Reference, ordinal: Int? = nil, by name: String) async throws -> [Int] {
        let now = world.now(), event = world.newID()
        return try await database.write { db in try db.publish(reference, ordinal.map { [$0] }, by: name, event: event, at: now) }
    }
}

extension Connection {
    /// Part of somebody's transaction.
    ///
    /// - Parameter ordinals: nil for every draft that was not cancelled at the desk.
    func publish(_ reference: Reference, _ ordinals: [Int]?, by name: String, event: String, at now: Instant) throws -> [Int] {
        let action = try wholeAction(reference)
        if try isWithdrawn(action.id) { throw ActionRefusal.alreadyWithdrawn(reference) }
        let cancelled = try cancelledOutputs(of: action.id)
        if let ordinals, action.outputs.contains(where: { ordinals.contains($0.ordinal) && cancelled.contains($0.id) }) {
            throw ManuscriptRefusal.not(.cancelled)
        }
        let drafts = try action.drafts(ordinals, without: cancelled)
        for output in drafts { try publish(output.id, by: name, at: now) }
        if let last = drafts.last {
            try draftAlerts(last.id, Alert.Kind(last), Currency(last, of: action), at: now)
        }
        try touch(action.id)
        try log("action.published", subject: action.id.text, by: name, detail: Action.ordinals(drafts), id: event, at: now)
        return drafts.map(\.ordinal)
    }
}

extension Action {
    /// The outputs to publish; each must say something in some language.
    fileprivate func drafts(_ ordinals: [Int]?, without cancelled: Set<Output.ID>) throws(ActionRefusal) -> [Output] {
        if let unknown = ordinals?.first(where: { output($0) == nil }) { throw .unknownOutput(reference, unknown) }
        let drafts = outputs.filter { $0.publishedAt == nil && !cancelled.contains($0.id) && ordinals?.contains($0.ordinal) != false }
        guard !drafts.isEmpty else { throw .alreadyPublished(reference) }
        if let few = drafts.first(where: { $0.audience != .everybody }) { throw .notForEverybody(reference, few.ordinal) }
        guard drafts.allSatisfy(\.saysSomething) else { throw .nothingToSay(reference) }
        return drafts
    }

    fileprivate static func ordinals(_ outputs: [Output]) -> String {
        "outputs " + outputs.map { String($0.ordinal) }.joined(separator: ", ")
    }
}

extension Output {
    /// Whether any text has a headline or a lead: an empty page tells nobody what to do.
    package var saysSomething: Bool {
        texts.contains { $0.headline != nil || $0.lead != nil }
    }
}
