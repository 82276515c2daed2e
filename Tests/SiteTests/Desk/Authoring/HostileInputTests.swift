import Campaign
import Documents
import TestSupport
import Testing

@testable import Site

/// Text that would do something if a page let it.
@Suite struct HostileInputTests {
    private static let texts = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'\"><svg/onload=alert(1)>", "</textarea><script>alert(1)</script>",
        "</title><script>alert(1)</script>", "javascript:alert(1)", "{{{title}}}{{#t}}x{{/t}}", "<iframe srcdoc='<script>alert(1)</script>'>",
        "<a href=javascript:alert(1)>x</a>", "--><!--<script>alert(1)</script>", "<style>*{display:none}</style>",
        "&lt;script&gt;alert(1)&lt;/script&gt;", "\"\u{301} onfocus=alert(1) autofocus x=",
        "Name\u{600}</script><script>alert(1)</script>",
    ]
    private static let editor = "/desk/actions/1-21/outputs/1"

    @Test(arguments: texts)
    func `nothing that was typed comes out live`(text: String) async throws {
        try await withAmparo { amparo in
            let rosa = try await amparo.store.staff("rosa", .editor), ben = try await amparo.store.staff("ben", .approver)
            try await write(text, amparo, rosa)
            let desk = [
                "", "/parts/facts", "/parts/text-en", "/parts/letter-en", "/parts/words-en", "/parts/posts", "/history", "/history/2", "/history/4",
                "/preview",
                "/preview/page?language=en",
            ]
            for path in desk { try await expectHarmless(Self.editor + path, amparo, text, ["cookie": rosa.cookie]) }
            for path in ["/desk", "/desk/actions", "/desk/actions/1-21"] { try await expectHarmless(path, amparo, text, ["cookie": ben.cookie]) }
            _ = try await amparo.post(Self.editor + "/review", [("do", "ask")], ["cookie": rosa.cookie])
            let seen = try await amparo.get(Self.editor, ["cookie": ben.cookie]).hidden["seen"] ?? ""
            #expect(try await amparo.post(Self.editor + "/approval", [("seen", seen)], ["cookie": ben.cookie]).status == 303)
            #expect(try await amparo.post(Self.editor + "/publication", [], ["cookie": ben.cookie]).status == 303)
            _ = try await amparo.eventually("/en/actions/1-21") { $0.status == 200 }
            for path in ["/en/", "/en/actions/1-21", "/en/actions/1-21/write", "/en/archive"] { try await expectHarmless(path, amparo, text) }
        }
    }

    private func write(_ text: String, _ amparo: RunningAmparo, _ rosa: StaffAtWork) async throws {
        let cookie = ["cookie": rosa.cookie]
        let form = [
            ("series", "UA"), ("serial", "1"), ("proposed", "1"), ("year", "2021"), ("country", "Kenya"), ("language", "en"), ("headline", text),
        ]
        #expect(try await amparo.post("/desk/actions/new", form, cookie).status == 303)
        let added = try await amparo.post(Self.editor + "/addressees", [("office", "Office " + text), ("role", "target")], cookie)
        let path = try #require(added["location"]), hidden = try await amparo.get(path, cookie).hidden
        let parts: [(String, [(String, String)])] = [
            (
                path,
                hidden.map { ($0.key, $0.value) } + [
                    ("role", "target"), ("name", text), ("office", text), ("salutation", text), ("channel.1", "email"), ("place.1", text),
                ]
            ),
            (
                Self.editor + "/parts/facts",
                [
                    ("kind", "first"), ("countries", "Kenya"), ("name.1", text), ("pronouns.1", text), ("index_code", text), ("previous", text),
                    ("act_until", "2022-01-03"),
                ]
            ),
            (Self.editor + "/parts/text-en", ["headline", "lead", "call", "demands", "background"].map { ($0, text) }),
            (Self.editor + "/parts/letter-en", ["greeting", "body", "closing"].map { ($0, text) }),
            (Self.editor + "/parts/words-en", ["instructions", "postal", "safety"].map { ($0, text) }),
            (Self.editor + "/parts/posts", [("1", text), ("2", text)]),
        ]
        for (path, fields) in parts {
            let since = try await amparo.get(path, cookie).hidden["since"] ?? ""
            let saved = try await amparo.post(path, fields.filter { $0.0 != "since" } + [("since", since)], cookie)
            #expect(saved.status == 303, "\(path): \(saved.words.prefix(300))")
        }
        try await expectHarmless(path, amparo, text, cookie)
    }

    /// A page whose every mark is one of ours.
    private func expectHarmless(_ path: String, _ amparo: RunningAmparo, _ text: String, _ headers: [String: String] = [:]) async throws {
        let page = try await amparo.get(path, headers)
        #expect(page.status == 200, "\(path): \(page.status)")
        let marks = page.text.lowercased()
        let alive = [
            "<script>", "<img", "onerror=alert(1)>", "<svg/onload", "<style>", "srcdoc='<", "<a href=javascript", "href=\"javascript:",
            "=\"\"\u{301} onfocus", "\u{600}</script",
        ]
        for live in alive {
            // as a browser looks for it: a sign before or above another one hides nothing
            #expect(Array(marks.utf8).firstRange(of: live.utf8) == nil, "\(path) has \(live)")
        }
    }
}
