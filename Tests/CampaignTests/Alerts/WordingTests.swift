import Documents
import Outgoing
import Storage
import TestSupport
import Testing

@testable import Campaign

@Suite struct WordingTests {
    private func texts(_ store: Store, kind: Alert.Kind? = nil) async throws -> [AlertText] {
        let id = try await store.composed(kind: kind)
        return try await store.database.read { try $0.texts(of: id) }
    }

    @Test func `a first alert says what happened, what is asked, until when and where`() async throws {
        try await withStore(.sqlite) { store in
            try await store.take(.wanjiru())
            let text = try #require(try await texts(store).first)
            #expect(text.subject == "Urgent action: Reporter held over a budget question (UA 77/21)")
            #expect(text.plain.contains("3 January 2022"))
            #expect(text.plain.contains("https://localhost/en/actions/77-21/write"))
            #expect(!text.subject.contains("Wanjiru"))
            #expect(!text.html.contains("<img") && text.html.contains("<a href=\"https://"))
            #expect(SMSLength(text.short).parts == 1 && text.short.hasSuffix("/en/actions/77-21"))
        }
    }

    @Test(arguments: [Outcome.executed, .died])
    func `a death is never good news`(_ outcome: Outcome) async throws {
        try await withStore(.sqlite) { store in
            try await store.take(.wanjiru())
            try await store.close(outcome)
            let text = try #require(try await texts(store, kind: .outcome).first)
            #expect(text.subject == "With sorrow: news on UA 77/21")
            #expect(!text.plain.lowercased().contains("good") && text.plain.contains("very sorry"))
        }
    }

    @Test func `every outcome has its sentences in every language`() throws {
        let catalogue = try Catalogue.shipped()
        for language in catalogue.languages {
            for kind in Alert.Kind.allCases where kind != .outcome {
                #expect(catalogue[language].has("alert.subject.\(kind.rawValue)") && catalogue[language].has("alert.intro.\(kind.rawValue)"))
            }
            for tone in Outcome.allCases.map({ OutcomeTone($0).rawValue }) {
                #expect(["subject.\(tone)", "subject.closed_\(tone)", "intro.\(tone)"].allSatisfy { catalogue[language].has("alert.\($0)") })
            }
        }
    }

    @Test(arguments: Engine.available)
    func `publishing makes a draft for each section, and sends nothing`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru(), published: false)
            try await store.publish()
            let job = try #require(try await store.database.read { try $0.jobs() }.first)
            let compose = ComposeAlert(database: store.database, world: store.world, catalogue: try Catalogue.shipped(), links: Store.alertLinks)
            try await DraftAlerts(compose: compose)(job)
            let drafts = try await store.database.read { try $0.alertSummaries(limit: 9).map(\.alert) }
            #expect(drafts.allSatisfy { $0.state == .draft && $0.kind == .first } && drafts.contains { $0.section == .international })
            #expect(try await store.deliveries() == [:])
        }
    }

    @Test(arguments: Engine.available)
    func `an approved alert stays as it was read`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            try await store.take(.wanjiru())
            let id = try await store.composed()
            #expect(try await store.composed() == id)
            try await ApproveAlert(database: store.database, world: store.world)(id, sameDay: false, hasRead: true, isShown: true, by: "Rosa")
            await #expect(throws: AlertRefusal.notDraft(.approved)) { try await store.composed() }
            await #expect(throws: AlertRefusal.notDraft(.approved)) {
                try await ApproveAlert(database: store.database, world: store.world)(id, sameDay: false, hasRead: true, isShown: true, by: "Rosa")
            }
        }
    }
}
