import Campaign
import Documents
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct GuidePageTests {
    @Test func `every guide is there in every language, in its own words`() async throws {
        try await withAmparo { amparo in
            for name in Guide.Name.allCases {
                var titles: Set<String> = []
                for language in ["en", "es", "fr", "de"] {
                    let page = try await amparo.get("/\(language)/\(name.rawValue)")
                    #expect(page.status == 200)
                    #expect(page["content-language"] == language)
                    titles.insert(page.first("h1") ?? "")
                    #expect(page.words.split(separator: " ").count > 60, "\(language) \(name)")
                }
                #expect(titles.count >= 3, "\(name)")
            }
        }
    }

    @Test func `every guide is written in all thirteen languages, part for part`() throws {
        let guides = try Guides()
        for name in Guide.Name.allCases {
            let english = try #require(guides.guide(name, in: "en")).guide
            for language in try Catalogue.shipped().languages {
                let (written, guide) = try #require(guides.guide(name, in: language))
                #expect(written == language, "\(name)")
                #expect(
                    guide.sections.map { [$0.paragraphs.count, $0.items.count] } == english.sections.map { [$0.paragraphs.count, $0.items.count] })
                #expect(language == "en" || guide.intro != english.intro, "\(name) in \(language)")
            }
            #expect(guides.guide(name, in: "zh-CN")?.language == "zh-Hans" && guides.guide(name, in: "sv")?.language == "en")
        }
    }

    @Test func `the contact is the section's own`() async throws {
        try await withAmparo { amparo in
            let own = try await amparo.get("/en/contact"), swiss = try await amparo.get("/en/contact", host: "ch.localhost")
            let addresses = [own, swiss].compactMap { page in page.links.first { $0.hasPrefix("mailto:") } }
            #expect(Set(addresses).count == 2)
            #expect(own.links.contains("mailto:international@example.org"))
        }
    }

    @Test func `a guide is not there in a language the section lacks`() async throws {
        try await withAmparo { amparo in
            let page = try await amparo.get("/es/about", host: "ch.localhost")
            #expect(page.status == 404)
        }
    }
}
