import Documents
import Storage
import TestSupport
import Testing

@testable import Campaign
@testable import Site

@Suite struct TranslationPagesTests {
    private static let path = "/desk/actions/77-21/outputs/1/translation/de"

    @Test(arguments: Engine.available)
    func `Rosa translates, Ben checks, and readers have the language`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            try await amparo.store.take(.wanjiru { $0.letters = [.english] })
            let rosa = ["cookie": try await amparo.store.staff("rosa", .editor).cookie],
                ben = ["cookie": try await amparo.store.staff("ben", .approver).cookie]
            let page = try await amparo.get(Self.path, rosa)
            #expect(page.status == 200 && page.words.contains("not translated"))
            #expect(!page.forms.contains(Self.path + "/check"))
            let pieces = try await amparo.store.database.read { db in
                try db.translation(TranslationPlace(reference: .wanjiru, ordinal: 1, language: "de", section: .international)).items.map(\.piece)
            }
            let typed = pieces.flatMap { [("target." + $0.id, "DE " + $0.words), ("former." + $0.id, "")] }
            #expect(try await amparo.post(Self.path, typed, rosa)["location"] == Self.path)
            #expect(try await amparo.get("/desk/actions/77-21", rosa).words.contains("English → German"))
            #expect(try await amparo.post(Self.path + "/check", [], rosa).status == 403)
            #expect(try await amparo.post(Self.path + "/check", [], ben).status == 303)
            let shown = try await amparo.eventually("/de/actions/77-21") { $0.words.contains("DE Reporter held") }
            #expect(shown.words.contains("DE Reporter held"))
            #expect(try await amparo.get(Self.path, ben).words.contains("Checked by Ben"))
        }
    }

    @Test func `whoever translated does not check, and is told`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let ben = ["cookie": try await amparo.store.staff("ben", .admin).cookie]
            #expect(try await amparo.post(Self.path, [("target.headline", "Titel"), ("former.headline", "")], ben).status == 303)
            let answer = try await amparo.post(Self.path + "/check", [], ben)
            #expect(answer.status == 409 && answer.words.contains("Another person checks it"))
        }
    }

    @Test func `a colleague's words and one's own are both shown when they collide`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let rosa = ["cookie": try await amparo.store.staff("rosa", .editor).cookie],
                ben = ["cookie": try await amparo.store.staff("ben", .editor).cookie]
            _ = try await amparo.post(Self.path, [("target.lead", "Eins"), ("former.lead", "")], rosa)
            let late = try await amparo.post(Self.path, [("target.lead", "<b>Zwei</b>"), ("former.lead", "")], ben)
            #expect(
                late.status == 409 && late.words.contains("Eins") && late.text.contains("&lt;b&gt;Zwei&lt;/b&gt;") && !late.text.contains("<b>Zwei"))
        }
    }

    @Test func `hostile files are refused in words, and a good one comes back`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let rosa = ["cookie": try await amparo.store.staff("rosa", .editor).cookie]
            let file = try await amparo.get(Self.path + "/xliff?version=1.2", rosa)
            #expect(file["content-disposition"] == "attachment; filename=\"77-21-1-de.xlf\"")
            let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\">]>" + file.text.replacing("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", with: "")
            let refused = try await amparo.upload([("a.xlf", bomb)], to: Self.path + "/xliff", rosa)
            #expect(refused.status == 422 && refused.words.contains("document type or entities"))
            let other = file.text.replacing("target-language=\"de\"", with: "target-language=\"fr\"")
            #expect(try await amparo.upload([("a.xlf", other)], to: Self.path + "/xliff", rosa).words.contains("en → fr"))
            let done = file.text.replacing("</source>", with: "</source><target>Übersetzt</target>")
            let taken = try await amparo.upload([("a.xlf", done)], to: Self.path + "/xliff", rosa)
            #expect(taken.status == 200 && taken.words.contains("Pieces taken:") && taken.text.contains("Übersetzt"))
        }
    }

    @Test func `a language that is none, and an action of another section, are not there`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru(), in: .american)
            let lea = ["cookie": try await amparo.store.staff("lea", .editor, in: .swiss).cookie]
            #expect(try await amparo.get(Self.path, host: "ch.localhost", lea).status == 404)
            let rosa = ["cookie": try await amparo.store.staff("rosa", .editor).cookie]
            #expect(try await amparo.get("/desk/actions/77-21/outputs/1/translation/d%22e", rosa).status == 404)
            #expect(try await amparo.get("/desk/actions/77-21/outputs/9/translation/de", rosa).status == 404)
        }
    }
}
