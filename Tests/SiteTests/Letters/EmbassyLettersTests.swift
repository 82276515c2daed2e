import Campaign
import Documents
import Foundation
import TestSupport
import Testing

@testable import Site

/// Letters to an ambassador whom a case asks to act: an embassy stands in the country of the section's readers (handbook 3.4, 3.7).
@Suite(.timeLimit(.minutes(5))) struct EmbassyLettersTests {
    /// As the American layout prints it: among those to write to, and without the country.
    private let ambassador = ActionDraft.Target.highCommission(in: "Washington DC 20008").with {
        $0.kind = .target
        $0.name = "Grace Wambui"
        $0.role = "Ambassador"
        $0.phones = ["+1 202 555 0100"]
        $0.faxes = ["+1 202 555 0101"]
        $0.emails = ["ambassador@example.org"]
    }

    private func take(_ store: Store, in section: Section.Code = .american) async throws {
        try await store.take(.wanjiru { $0.targets = [.amina, ambassador] }, in: section)
    }

    private func page(_ amparo: RunningAmparo, _ way: String) async throws -> HTTPAnswer {
        let fields = [("addressee", "2"), ("way", way), ("language", "en"), ("name", "Rosa")]
        return try await amparo.post("/en/actions/77-21/letters", fields, host: "us.localhost")
    }

    @Test func `post to the embassy in Washington stays in the United States`() async throws {
        try await withAmparo { amparo in
            try await take(amparo.store)
            let page = try await page(amparo, "post")
            #expect(page.words.contains("1 Example Street Washington DC 20008"))
            #expect(!page.words.contains("KENYA"))
            #expect(page.words.contains("Post to United States") && !page.words.contains("Post to Kenya"))
            #expect(!(try await self.page(amparo, "fax").words.contains("KENYA")))
            #expect(try await self.page(amparo, "email").links.contains { $0.hasPrefix("mailto:ambassador@example.org?") && !$0.contains("KENYA") })
        }
    }

    @Test func `the clock beside the embassy's number is the one of Washington`() async throws {
        try await withAmparo { amparo in
            try await take(amparo.store)
            let page = try await page(amparo, "phone")
            #expect(page.words.contains("In United States it is") && !page.words.contains("In Kenya it is"))
        }
    }

    @Test func `letters, Word files, envelopes, labels and the pack say no other country`() async throws {
        try await withSite { pages in
            try await take(pages.store)
            let reader = try pages.reader(in: .american), view = try await pages.view(for: reader), desk = try WritingDesk()
            for (number, country, last) in [("1", "KE", "KENYA"), ("2", "US", "Washington DC 20008")] {
                let asked = [("addressee", number), ("way", "post"), ("language", "en")].map { FormBody.Field(name: $0.0, value: $0.1) }
                let choice = try #require(LetterChoice(view, FormBody(asked), at: desk))
                let written = try #require(WrittenLetters(view, choice, at: desk, date: reader.days))
                #expect(written.ones.map(\.destination) == [Country(country)])
                #expect(written.ones.map(\.letter.addressLines.last) == [last])
                #expect(LetterPapers.letters(written, FormBody(asked)).map(\.letter.addressLines.last) == [last])
                for format in ["pdf", "envelopes", "labels"] {
                    let form = FormBody(asked + [FormBody.Field(name: "format", value: format)])
                    let papers = try #require(LetterPapers(written, form, words: reader.words))
                    #expect(papers.html.text.contains("KENYA") == (number == "1"), "\(format)")
                }
            }
            let fields = [("n.77-21.1", "1"), ("to.77-21", "2"), ("in.77-21", "en")].map { FormBody.Field(name: $0.0, value: $0.1) }
            let making = PackMaking(compose: desk.compose, origins: pages.site.origins, group: nil, reader: reader)
            let pack = making.pack(try PackChoice(FormBody(fields), for: reader.section), [view])
            #expect(pack.cases.flatMap(\.letters).map(\.letter.addressLines.last) == ["Washington DC 20008"])
        }
    }

    @Test func `an embassy is known by its name where the address has no city of embassies`() async throws {
        try await withSite { pages in
            try await pages.store.take(
                .wanjiru { $0.targets = [.amina, ambassador.with { $0.addressLines = ["P.O. Box 1", "Arlington VA 22201"] }] }, in: .american)
            let view = try await pages.view(for: try pages.reader(in: .american))
            #expect(view.edition?.addressees.map(view.country) == [Country("KE"), Country("US")])
        }
    }

    @Test func `a ministry in Embassy Road is in its own country`() async throws {
        try await withSite { pages in
            let ministry = ActionDraft.Target.amina.with { $0.addressLines = ["Embassy Road 4", "Nairobi"] }
            try await pages.store.take(.wanjiru { $0.targets = [ministry] }, in: .american)
            let view = try await pages.view(for: try pages.reader(in: .american))
            #expect(view.edition?.addressees.first.map(view.country) == Country("KE"))
        }
    }

    @Test func `readers of the international site are sent to no other section's embassy, but to the one where they live`() async throws {
        try await withAmparo { amparo in
            try await take(amparo.store)
            for (language, words) in [
                ("en", "diplomatic representatives of Kenya accredited to your country"), ("es", "representación diplomática de Kenia acreditada"),
                ("fr", "représentation diplomatique dans votre pays de\u{A0}: Kenya"), ("de", "akkreditierte diplomatische Vertretung von: Kenia"),
            ] {
                let page = try await amparo.get("/\(language)/actions/77-21")
                #expect(page.words.contains(words), "\(language)")
                #expect(page.words.contains("Amina Njoroge") && !page.words.contains("Washington"), "\(language)")
            }
            #expect(!(try await amparo.get("/en/actions/77-21/write").words.contains("Grace Wambui")))
            let sheet = try await amparo.get("/documents/77-21/1/en/sheet.txt").text
            #expect(sheet.contains("accredited to your country") && !sheet.contains("Washington"))
            #expect(try await amparo.get("/en/actions/77-21", host: "us.localhost").words.contains("Washington DC 20008"))
        }
    }

    @Test func `another section's note about its post and its embassies is not for these readers`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(
                .wanjiru {
                    $0.targets = [.amina]
                    $0.postalNote = "Ask the embassy in Washington to forward it."
                }, in: .american)
            #expect(!(try await amparo.get("/en/actions/77-21").words.contains("embassy in Washington")))
            #expect(try await amparo.get("/en/actions/77-21", host: "us.localhost").words.contains("Ask the embassy in Washington to forward it."))
        }
    }

    @Test func `where only another section's embassy was named, no letter is offered and the reader is told whom to look up`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru { $0.targets = [ambassador] }, in: .american)
            let page = try await amparo.get("/en/actions/77-21")
            #expect(page.words.contains("diplomatic representatives of Kenya accredited to your country"))
            #expect(!page.links.contains("/en/actions/77-21/write"))
        }
    }
}
