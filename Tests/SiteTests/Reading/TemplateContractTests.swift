import Campaign
import Documents
import Mustache
import TestSupport
import Testing

@testable import Site

/// Every page of the site against its template: samples with something in every part, and samples with nothing.
@Suite struct TemplateContractTests {
    @Test func `templates name only what their pages have, and every part of them is seen in some sample`() async throws {
        try await withSite { pages in
            let samples = try await SamplePages(pages).all()
            let sources = pages.site.views.sources
            let checks = try samples.map { (template: $0.template, check: try $0.check(sources)) }
            for (template, check) in checks { #expect(check.problems == [], "\(template)") }
            #expect(Set(samples.map(\.template)) == Self.pageTemplates(sources))
            #expect(Set(checks.flatMap(\.check.unseen)).subtracting(checks.flatMap(\.check.seen)) == [])
        }
    }

    @Test func `every sample is printed, with nothing of the machinery left in it`() async throws {
        try await withSite { pages in
            for sample in try await SamplePages(pages).all() {
                let html = try sample.render(pages.site.views)
                #expect(html.hasSuffix("</html>\n"), "\(sample.template)")
                for trace in ["{{", "}}", "Optional("] { #expect(!html.contains(trace), "\(sample.template): \(trace)") }
                #expect(html.firstMatch(of: /\bnil\b/) == nil, "\(sample.template), and not Manila")
                #expect(html.firstMatch(of: /(href|action|src)=""/) == nil, "\(sample.template)")
                #expect(Self.repeatedIDs(html) == [], "\(sample.template)")
                #expect(Self.brokenReferences(html) == [], "\(sample.template)")
            }
        }
    }

    @Test func `every sample is printed as the library of templates prints it alone`() async throws {
        try await withSite { pages in
            var library = MustacheLibrary()
            for (name, text) in pages.site.views.sources { try library.register(text, named: name) }
            for sample in try await SamplePages(pages).all() {
                let html = try sample.render(pages.site.views)
                #expect(sample.plainly(library) == html, "\(sample.template)")
            }
        }
    }

    private static func pageTemplates(_ sources: [String: String]) -> Set<String> {
        Set(sources.keys.filter { !$0.hasPrefix("parts/") })
    }

    private static func repeatedIDs(_ html: String) -> [String] {
        Dictionary(grouping: html.matches(of: /\ id="([^"]+)"/).map { String($0.1) }) { $0 }.filter { $0.value.count > 1 }.map(\.key)
    }

    /// Names that `aria-labelledby`, `aria-describedby`, `for` and links within the page give, and no element bears.
    private static func brokenReferences(_ html: String) -> Set<String> {
        let ids = Set(html.matches(of: /\ id="([^"]+)"/).map { String($0.1) })
        let named = html.matches(of: /\ (?:aria-labelledby|aria-describedby|for)="([^"]+)"/).flatMap { $0.1.split(separator: " ").map(String.init) }
        let linked = html.matches(of: /\ href="#([^"]+)"/).map { String($0.1) }
        return Set(named + linked).subtracting(ids)
    }
}
