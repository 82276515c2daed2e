package import Storage

/// Shows an alert as a recipient would read it, and notes who looked at a draft.
package struct PreviewAlert: Sendable {
    let database: any Database
    let world: World
    let writing: NoticeWriting

    package init(database: any Database, world: World, writing: NoticeWriting) {
        self.database = database
        self.world = world
        self.writing = writing
    }

    /// One notice a language, in the order of languages. Throws `AlertRefusal`.
    package func callAsFunction(_ id: Alert.ID, by name: String) async throws -> [AlertNotice] {
        let now = world.now()
        let (section, texts, reference) = try await database.write { db in
            let alert = try db.alert(id)
            try db.noteReading(of: id, by: name, at: now)
            return (try db.sections().first { $0.code == alert.section }, try db.texts(of: id), try db.reference(ofOutput: alert.output))
        }
        guard let section else { throw AlertRefusal.unknown(id.text) }
        guard !texts.isEmpty else { throw AlertRefusal.pointless(.withdrawn) }
        return texts.map { text in
            let frame = writing.frame([text], isDigest: false, text.language, section)
            return writing.notice(
                frame, key: "preview", to: .init(id: Supporter.ID("preview")), text.language, section,
                link: writing.links.action(reference, text.language, of: section), isSameDay: false)
        }
    }
}
