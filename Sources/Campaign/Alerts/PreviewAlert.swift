package import Storage

/// Shows an alert as a recipient would read it.
package struct PreviewAlert: Sendable {
    let database: any Database
    let writing: NoticeWriting

    package init(database: any Database, writing: NoticeWriting) {
        self.database = database
        self.writing = writing
    }

    /// One notice a language, in the order of languages. Throws `AlertRefusal`.
    package func callAsFunction(_ id: Alert.ID) async throws -> [AlertNotice] {
        let (section, texts, reference) = try await database.read { db in
            let alert = try db.alert(id)
            return (try db.sections().first { $0.code == alert.section }, try db.texts(of: id), try db.reference(ofOutput: alert.output))
        }
        guard let section else { throw AlertRefusal.unknown(id.text) }
        return texts.map { text in
            let frame = writing.frame([text], isDigest: false, text.language, section)
            return writing.notice(
                frame, key: "preview", to: .init(id: Supporter.ID("preview")), text.language, section,
                link: writing.links.action(reference, text.language, of: section), isSameDay: false)
        }
    }
}
