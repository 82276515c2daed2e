package import Documents
package import Storage

/// Makes the draft of an alert. Staff read it, try it and approve it; it is never sent by itself.
package struct ComposeAlert: Sendable {
    let database: any Database
    let world: World
    let catalogue: Catalogue
    let links: AlertLinks

    package init(database: any Database, world: World, catalogue: Catalogue, links: AlertLinks) {
        self.database = database
        self.world = world
        self.catalogue = catalogue
        self.links = links
    }

    /// A draft in place of the draft there may be, once per language that the output has and the section publishes.
    ///
    /// - Parameters:
    ///   - ordinal: nil for the latest output.
    ///   - kind: nil for what the output is.
    ///
    /// Throws `ActionRefusal`, `AlertRefusal`.
    package func callAsFunction(
        _ reference: Reference, ordinal: Int? = nil, kind: Alert.Kind? = nil, for code: Section.Code, by name: String
    ) async throws -> Alert.ID {
        let now = world.now(), id = Alert.ID(world.newID()), event = world.newID()
        return try await database.write { [self] db in
            let action = try db.publicAction(reference).seen(by: code)
            guard let section = try db.sections().first(where: { $0.code == code }) else { throw AlertRefusal.unknownSection(code.rawValue) }
            guard let output = ordinal.map(action.output) ?? action.latest else { throw ActionRefusal.unknownOutput(reference, ordinal ?? 1) }
            let kind = kind ?? Alert.Kind(output)
            let texts = written(action, output, kind, section)
            guard !texts.isEmpty else { throw AlertRefusal.noWords(reference, code) }
            let draft = Alert(
                id: id, section: code, output: output.id, kind: kind, aboutDay: kind.isAboutADay ? output.actUntil(for: code) : nil, state: .draft,
                isSameDay: false, network: nil, createdAt: now, approvedAt: nil, approvedBy: nil, stoppedAt: nil, stoppedBy: nil,
                checks: AlertChecks(composedBy: name))
            guard let entered = try db.enter(draft, texts) else { throw AlertRefusal.notDraft(try db.state(of: draft)) }
            try db.log("alert.composed", subject: entered.text, by: name, detail: kind.rawValue, id: event, at: now)
            return entered
        }
    }

    private func written(_ action: Action, _ output: Output, _ kind: Alert.Kind, _ section: Section) -> [AlertText] {
        section.languages.compactMap { language in
            guard let text = output.texts.first(where: { $0.language == language }) else { return nil }
            return AlertWriting(
                action: action, output: output, kind: kind, section: section, words: catalogue[language], text: text, links: links)()
        }
    }
}

extension Alert.Kind {
    init(_ output: Output) {
        self.init(output.kind, hasEnded: output.ending != nil || output.outcome != nil)
    }

    /// - Parameter hasEnded: whether the document tells of an end as well.
    init(_ kind: OutputKind, hasEnded: Bool) {
        self =
            switch kind {
            case .first: hasEnded ? .outcome : .first
            case .update: hasEnded ? .outcome : .update
            case .outcome: .outcome
            case .correction: .correction
            case .information, .withdrawal: .information
            }
    }
}
