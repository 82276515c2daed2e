import Campaign
import Documents
import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct SharingTests {
    private static let embedding = "/oembed?url="

    private func address(_ path: String, of page: String) throws -> String {
        let link = try #require(page.components(separatedBy: "<link rel=\"canonical\" href=\"").dropFirst().first?.prefix { $0 != "\"" })
        return try #require(link.range(of: "/en/actions")).lowerBound == link.endIndex ? "" : String(link).replacing("/en/actions/77-21", with: path)
    }

    @Test func `a page says what it is to whatever shows a link to it, and names no picture that nobody can make`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let page = try await amparo.get("/en/actions/77-21").text
            #expect(page.contains("<meta property=\"og:type\" content=\"article\">"))
            #expect(page.contains("<meta property=\"og:url\" content=\"\(try address("/en/actions/77-21", of: page))\">"))
            #expect(page.contains("<meta name=\"dcterms.identifier\" content=\"UA 77/21\">"))
            #expect(page.contains("<link rel=\"alternate\" type=\"application/json+oembed\" href=\"http"))
            #expect(!page.contains("og:image"))
        }
    }

    @Test func `search engines read an article that expires with its deadline, and none of its words ends it early`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru { $0.title = "</script><b>Wanjiru & Otieno" })
            let page = try await amparo.get("/en/actions/77-21").text
            let text = page.components(separatedBy: "<script type=\"application/ld+json\">").dropFirst().first?.components(separatedBy: "</script>")
                .first
            let read = try #require(try JSONSerialization.jsonObject(with: Data((text ?? "").utf8)) as? [String: Any])
            #expect(read["@context"] as? String == "https://schema.org" && read["@type"] as? String == "Article")
            #expect(read["identifier"] as? String == "UA 77/21" && read["inLanguage"] as? String == "en")
            #expect(read["headline"] as? String == "</script><b>Wanjiru & Otieno")
            #expect(read["expires"] as? String == "2022-01-03")
            #expect((read["spatialCoverage"] as? [[String: Any]])?.first?["identifier"] as? String == "KE")
        }
    }

    @Test func `an action stands in anybody's frame, runs nothing there and sets no cookie`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let piece = try await amparo.get("/en/actions/77-21/embed"), policy = piece["content-security-policy"] ?? ""
            #expect(piece.status == 200 && policy.contains("frame-ancestors *") && policy.contains("default-src 'none'"))
            #expect(piece["set-cookie"] == nil && !piece.text.contains("<script") && !piece.text.contains("<form"))
            #expect(piece.text.contains("/en/actions/77-21/write\" target=\"_blank\""))
            let page = try await amparo.get("/en/actions/77-21")
            #expect(page["content-security-policy"]?.contains("frame-ancestors 'none'") == true)
        }
    }

    @Test func `oEmbed hands out the frame for an action's address and for no other`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let page = try await amparo.get("/en/actions/77-21").text
            let url = PercentEncoding.encoded(try address("/en/actions/77-21", of: page))
            let json = try await amparo.get(Self.embedding + url + "&maxwidth=400"), xml = try await amparo.get(Self.embedding + url + "&format=xml")
            let read = try #require(try JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [String: Any])
            #expect(read["type"] as? String == "rich" && read["version"] as? String == "1.0" && read["width"] as? Int == 400)
            #expect((read["html"] as? String)?.contains("/en/actions/77-21/embed\"") == true)
            #expect(json["access-control-allow-origin"] == "*")
            #expect(xml["content-type"] == "text/xml+oembed; charset=utf-8" && xml.text.contains("&lt;iframe src="))
            #expect(try await amparo.get("/oembed").status == 400)
            #expect(try await amparo.get(Self.embedding + url + "&format=yaml").status == 501)
            for other in ["https://example.org/en/actions/77-21", try address("/en/actions/1-74", of: page), try address("/en/archive", of: page)] {
                #expect(try await amparo.get(Self.embedding + PercentEncoding.encoded(other)).status == 404, "\(other)")
            }
        }
    }

    @Test func `what was withdrawn stands in no frame any more`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let page = try await amparo.get("/en/actions/77-21").text
            let url = PercentEncoding.encoded(try address("/en/actions/77-21", of: page))
            try await WithdrawAction(database: amparo.store.database, world: amparo.store.world)(
                #require(Reference(slug: "77-21")), reason: "the family asks", by: "Rosa")
            for path in ["/en/actions/77-21/embed", "/en/actions/77-21/card.png", Self.embedding + url] {
                #expect(try await amparo.eventually(path) { $0.status == 410 }.status == 410, "\(path)")
            }
        }
    }
}
