import Documents
import Foundation
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct RenamingTests {
    /// Forms of her old name that nobody may find.
    private static let forms = ["Wanjiru", "Otieno", "WANJIRU", "wanjiru"]

    @Test(arguments: Engine.available)
    func `one edit reaches everything, and a dump of the database holds the old name nowhere`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.fill()
            #expect(try await store.dumpedText().contains("Wanjiru"))
            let renaming = try Renaming("Wanjiru Otieno", to: "M. O.", pronouns: "they/them", also: ["Wanjiru = M.", "Otieno = O."])
            let rename = RenameSubject(database: store.database, world: store.world)
            let places = try await rename.preview(.wanjiru, renaming)
            let fields = Set(places.map(\.field))
            for field in [
                "subject.name", "text.headline", "text.lead", "text.background", "text.demands", "model_letter.body", "social_post.words",
                "edition_words.safety_note", "download.title", "document.name", "finding.found", "alert_text.subject", "alert_text.plain",
                "alert_text.html", "alert_text.short", "output_note.words", "addressee.office", "contact_point.place", "manuscript.reason",
                "manuscript_version.content",
                "translation_piece.source", "translation_piece.target", "translation_piece.note",
                "adoption.reason", "adoption.seen", "collection_text.title", "collection_text.words",
            ] { #expect(fields.contains(field), "\(field)") }
            let before = try await store.database.read { try $0.freshness(of: .wanjiru) }
            let changed = try await rename(
                .wanjiru, renaming, chosen: Set(places.map(\.id)), seen: RenamingPlace.digest(places), by: "Rosa")
            #expect(changed == places.count && changed > 20)
            let dump = try await store.dumpedText()
            for form in Self.forms { #expect(!dump.localizedCaseInsensitiveContains(form), "\(form)") }
            let action = try await store.action()
            #expect(action.subjects == [Subject(name: "M. O.", pronouns: "they/them")])
            #expect(action.outputs[0].text(in: ["de"])?.lead?.hasPrefix("M.") == true)
            #expect(try await store.database.read { try $0.freshness(of: .wanjiru) } != before, "pages are made anew")
            #expect(try await VerifyEvents(database: store.database)() == [], "the log stays whole")
            let version = try await store.database.read { try $0.row("SELECT content FROM manuscript_version")?("content") as String? }
            #expect(try ManuscriptContent(json: #require(version))[.text("en"), "background"] == "Since May\nM. O. is held.")
            let piece = try #require(try await store.database.read { try $0.row("SELECT source, source_hash FROM translation_piece") })
            #expect(try piece("source_hash") as String == Digest.sha256(piece("source") as String), "a piece is found by its new words")
            let export = try await ExportAction(database: store.database)(.wanjiru).map { try NativeWriter()($0) }.joined()
            for form in Self.forms { #expect(!export.contains(form), "\(form)") }
        }
    }

    @Test(arguments: Engine.available)
    func `an untouched place stays, another case stays, and what changed meanwhile is looked at again`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.fill()
            try await store.take(.bishnu(until: "2022-01-20") { $0.summary = "Bishnu Rai knows Wanjiru Otieno." })
            let rename = RenameSubject(database: store.database, world: store.world), renaming = try Renaming("Wanjiru Otieno", to: "a reporter")
            let places = try await rename.preview(.wanjiru, renaming), seen = RenamingPlace.digest(places)
            await #expect(throws: RenamingRefusal.changedMeanwhile) {
                _ = try await rename(.wanjiru, renaming, chosen: [], seen: RenamingPlace.digest(Array(places.dropFirst())), by: "Rosa")
            }
            let kept = try #require(places.first { $0.field == "text.lead" })
            _ = try await rename(.wanjiru, renaming, chosen: Set(places.map(\.id)).subtracting([kept.id]), seen: seen, by: "Rosa")
            let texts = try await store.action().outputs[0].texts
            #expect(texts.contains { $0.lead?.contains("Wanjiru Otieno") == true } && texts.contains { $0.lead?.hasPrefix("A reporter") == true })
            #expect(try await store.action(.bishnu()).outputs[0].texts[0].lead == "Bishnu Rai knows Wanjiru Otieno.")
            #expect(try await rename.preview(.wanjiru, renaming).map(\.field) == ["text.lead"], "somebody who is only named in a text")
            await #expect(throws: RenamingRefusal.nobodyOfThatName(.bishnu())) {
                _ = try await rename.preview(.bishnu(), Renaming("Amina Weru", to: "a lawyer"))
            }
        }
    }

    @Test(arguments: Engine.available)
    func `the log holds salted hashes of the name, and two renamings have different ones`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let rename = RenameSubject(database: store.database, world: store.world)
            _ = try await rename(.wanjiru, Renaming("Wanjiru Otieno", to: "M. O."), by: "Rosa")
            _ = try await rename(.wanjiru, Renaming("M. O.", to: "Wanjiru Otieno"), by: "Rosa")
            _ = try await rename(.wanjiru, Renaming("Wanjiru Otieno", to: "M. O."), by: "Rosa")
            let details = try await store.database.read {
                try $0.rows("SELECT detail FROM event WHERE name = 'subject.renamed' ORDER BY id").map { try $0("detail") as String }
            }
            #expect(details.count == 3 && details.allSatisfy { $0.hasPrefix("places ") && !$0.contains("Otieno") && $0.contains(" hashes ") })
            #expect(Set(details.compactMap { $0.split(separator: " ").last }).count == 3)
        }
    }

    /// Whoever adds a column with text says here, in `CaseColumns`, whether a name can stand in it.
    @Test func `every column with text is in the list of what is rewritten, or excused`() async throws {
        try await withStore(.sqlite) { store in
            let columns = try await store.database.read { db in
                try db.rows(
                    """
                    SELECT m.name AS place, p.name AS field FROM sqlite_master m JOIN pragma_table_info(m.name) p
                    WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND upper(p.type) NOT IN ('BIGINT', 'INTEGER', 'BOOLEAN', 'BYTEA', 'DOUBLE PRECISION')
                    """
                ).map { (try $0("place") as String, try $0("field") as String) }
            }
            #expect(columns.count > 200)
            for (table, column) in columns { #expect(CaseColumns.knows(column, of: table), "\(table).\(column)") }
            for table in CaseColumns.rewritten {
                for column in table.columns + table.keys {
                    #expect(columns.contains { $0.0 == table.name && $0.1 == column } || ["position", "revision"].contains(column))
                }
            }
            let excused = CaseColumns.excused.keys.filter { !$0.contains(".") }
            #expect(Set(excused).isSubset(of: Set(columns.map(\.0))), "no excuse for what is not there")
        }
    }

    @Test func `no slug and no file name holds a name`() {
        #expect(Reference.wanjiru.slug == "77-21")
    }
}

extension Store {
    /// The case in two languages with a letter, posts, a finding, a note and a draft alert, her name in each.
    fileprivate func fill() async throws {
        let findings = [Finding(field: "subject_names", value: "Wanjiru Otieno", confidence: 0.9, note: FindingNote(.otherDocument, "Wanjiru"))]
        try await take(
            .wanjiru {
                $0.title = "WANJIRU OTIENO held"
                $0.background = "Wanjiru’s editor spoke to Otieno.\n\nShe writes."
                $0.demands = ["Release Wanjiru Otieno."]
                $0.socialPosts = ["#FreeWanjiruOtieno and @WanjiruOtieno now"]
                $0.safetyNote = "Do not say that Wanjiru\nOtieno is ill."
                $0.downloads = [.init(title: "UA Wanjiru Otieno", language: "en", format: "PDF", size: nil)]
                $0.letters[0].body = "I am concerned about Wanjiru Otieno."
                $0.targets[0].role = "Family of Wanjiru Otieno"
                $0.targets[0].addressLines = ["c/o Wanjiru Otieno", "Kisumu"]
            }, findings: findings)
        var german = ActionDraft.wanjiru()
        german.language = "de"
        german.title = "Wanjirus Haft"
        german.summary = "Wanjiru Otienos Anwältin wird nicht vorgelassen."
        german.letters = []
        try await take(german)
        try await decide(.adopt)
        try await tamper("UPDATE adoption SET reason = 'Wanjiru asked for it'")
        try await tamper(
            "INSERT INTO collection (id, section, slug, starts_on, ends_on, late_days, for_schools, is_public, created_at) VALUES ('c', 'int', 'winter', '2021-12-01', '2021-12-31', 5, FALSE, TRUE, '2021-11-20T00:00:00Z')"
        )
        try await tamper("INSERT INTO collection_text VALUES ('c', 'en', 'For Wanjiru', 'Write for Wanjiru Otieno.')")
        try await tamper("INSERT INTO collection_case SELECT 'c', id, 1 FROM action")
        try await tamper("UPDATE document SET name = 'Wanjiru Otieno.docx'")
        try await tamper("INSERT INTO output_note SELECT id, 'outcome', 'en', 'Wanjiru Otieno is home.' FROM output")
        try await writeAtDesk()
        let compose = ComposeAlert(database: database, world: world, catalogue: try Catalogue.shipped(), links: Self.alertLinks)
        _ = try await compose(.wanjiru, for: .international, by: "Rosa")
    }

    /// What the desk keeps beside a document: versions of its manuscript, pieces of a translation, why something was done.
    private func writeAtDesk() async throws {
        var content = ManuscriptContent()
        content[.text("en"), "background"] = "Since May\nWanjiru Otieno is held."
        let json = content.json
        try await tamper(
            """
            INSERT INTO manuscript (output_id, section, state, revision, written_by, written_at, approved_revision, is_emergency, reason)
            SELECT id, 'int', 'draft', 1, 'rosa', '2021-11-23T09:00:00.000Z', 0, FALSE, 'Wanjiru Otieno asked' FROM output
            """)
        try await tamper(
            """
            INSERT INTO manuscript_version (output_id, revision, by_name, at, salt, content)
            SELECT id, 1, 'rosa', '2021-11-23T09:00:00.000Z', 'salt', \(json) FROM output
            """)
        try await tamper(
            """
            INSERT INTO translation (output_id, language, source_language, translated_by, translated_at)
            SELECT id, 'de', 'en', 'ben', '2021-11-23T09:00:00.000Z' FROM output
            """)
        try await tamper(
            """
            INSERT INTO translation_piece (output_id, language, piece, source_language, source, source_hash, target, note, by_member, at)
            SELECT id, 'de', 'headline', 'en', 'Wanjiru Otieno held', 'none', 'Wanjiru Otienos Haft', 'Otieno is the family', 'ben',
                '2021-11-23T09:00:00.000Z' FROM output
            """)
    }
}
