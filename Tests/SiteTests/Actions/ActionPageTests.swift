import Documents
import Storage
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct ActionPageTests {
    @Test func `an open action says what, until when, to whom, and offers its letters`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru { $0.makeRich() })
            let page = try await amparo.get("/en/actions/77-21")
            for words in [
                "Kenya", "UA 77/21", "AFR 32/4000/2021", "Active since 22 November 2021", "34 days left", "Monday, 3 January 2022", "What we ask",
                "Whom to write to", "What to ask for", "Swahili", "Write now", "Post to Kenya takes two weeks.", "she/her", "not on this server",
            ] { #expect(page.words.contains(words), "\(words)") }
            #expect(page.links.contains("/en/actions/77-21/write"))
            #expect(page.links.contains("/en/actions/77-21/write?addressee=2"))
            #expect(page.links.contains("/en/actions/77-21/write?language=sw"))
            #expect(page.links.contains("/documents/77-21/1/en/sheet.txt"))
            #expect(page.links.contains("/documents/77-21/1/en/letters.md"))
            #expect(page.links.contains("/en/archive/2021/11"))
            #expect(page.links.contains("tel:+254202227411"))
        }
    }

    @Test func `contacts are as old as the one that nobody looked at for longest`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.store.tamper("UPDATE contact_point SET checked_on = '2021-11-20'")
            #expect(try await amparo.get("/en/actions/77-21").words.contains("Contacts last checked on 20 November 2021"))
            try await amparo.store.tamper("UPDATE contact_point SET checked_on = '2020-03-01' WHERE channel = 'email'")
            try await amparo.store.tamper("UPDATE action SET revision = revision + 1")
            let page = try await amparo.eventually("/en/actions/77-21") { $0.words.contains("1 March 2020") }
            #expect(page.words.contains("These contacts were last checked on 1 March 2020, more than a year ago"))
        }
    }

    @Test func `an output that is not here is named, with its link`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiruCharged { $0.previousReference = "https://example.org/en/documents/afr32/4000/2021/en/" })
            let page = try await amparo.get("/en/actions/77-21")
            #expect(page.words.contains("This document is not on this server"))
            #expect(page.words.contains("First document · AFR 32/4000/2021"))
            #expect(page.links.contains("https://example.org/en/documents/afr32/4000/2021/en/"))
            #expect(!page.links.contains("/en/actions/77-21/1"))
            #expect(try await amparo.get("/en/actions/77-21/1").status == 404)
        }
    }

    @Test func `an action has one address, and no other leads to it`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            for path in [
                "/en/actions/77-21/0", "/en/actions/77-21/01", "/en/actions/77-21/9", "/en/actions/77-21/x", "/en/actions/UA-77-21",
                "/en/actions/077-21", "/en/actions/78-21",
            ] {
                #expect(try await amparo.get(path).status == 404)
            }
        }
    }

    @Test func `a text that is missing in the reader's language is shown in another, marked as such`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let page = try await amparo.get("/fr/actions/77-21")
            #expect(page["content-language"] == "fr")
            #expect(page.text.contains("<html lang=\"fr\""))
            #expect(page.text.contains("<h1 lang=\"en\" dir=\"ltr\">Reporter held over a budget question</h1>"))
            #expect(page.words.contains("Ce document n") && page.words.contains("anglais"))
            #expect(!(try await amparo.get("/en/actions/77-21").words.contains("not available in")))
        }
    }

    @Test func `other languages and other sections are linked by their own hosts`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.store.take(.wanjiru { $0.targets = [.highCommission(in: "Bern")] }, in: .swiss)
            let home = "http://localhost:\(amparo.port)", swiss = "http://ch.localhost:\(amparo.port)"
            for host in ["localhost", "evil.example"] {
                let page = try await amparo.get("/en/actions/77-21", host: host)
                #expect(page.text.contains("<link rel=\"canonical\" href=\"\(home)/en/actions/77-21\">"))
                for language in ["en", "es", "fr", "de"] {
                    #expect(page.text.contains("<link rel=\"alternate\" hreflang=\"\(language)\" href=\"\(home)/\(language)/actions/77-21\">"))
                }
                #expect(page.links.contains("\(swiss)/en/actions/77-21"))
                #expect(!page.text.contains("evil.example"))
            }
            let page = try await amparo.get("/de/actions/77-21", host: "ch.localhost")
            #expect(page.text.contains("<link rel=\"canonical\" href=\"\(swiss)/de/actions/77-21\">"))
            #expect(!page.text.contains("hreflang=\"es\" href=\"\(swiss)"))
            #expect(page.links.contains("\(home)/de/actions/77-21"))
            #expect(page.words.contains("Bern") && !page.words.contains("London"))
        }
    }

    @Test func `an edition is told by whose it is, and its section is not called another one`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru { $0.targets = [.amina] }, in: .american)
            let own = try await amparo.get("/en/actions/77-21", host: "us.localhost"), lent = try await amparo.get("/en/actions/77-21")
            #expect(own.words.contains("Published here by United States, with the addresses it chose for its readers."))
            #expect(!own.words.contains("sections publish this action too"))
            #expect(lent.words.contains("the one shown is by United States. Sections that publish this action: United States"))
            for (language, words) in [("es", "sección United States"), ("fr", "section United States"), ("de", "Sektion United States")] {
                #expect(try await amparo.get("/\(language)/actions/77-21").words.contains(words))
            }
            try await amparo.store.take(.wanjiru { $0.targets = [.amina] }, in: .swiss)
            let both = try await amparo.eventually("/en/actions/77-21", host: "us.localhost") { $0.words.contains("too:") }
            #expect(both.words.contains("Other sections publish this action too: Switzerland"))
            #expect(!both.words.contains("deadline it chose"))
        }
    }

    @Test func `an action of one section alone is not on the host of another`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru(), in: .american)
            for path in ["", "/write", "/report", "/thanks", "/1"] {
                #expect(try await amparo.get("/de/actions/77-21\(path)", host: "ch.localhost").status == 404, "\(path)")
            }
            #expect(try await amparo.get("/documents/77-21/1/en/sheet.txt", host: "ch.localhost").status == 404)
            #expect(try await amparo.get("/en/actions/77-21", host: "us.localhost").status == 200)
            #expect(try await amparo.get("/en/actions/77-21").status == 200)
        }
    }

    @Test func `an example says that it is one`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.store.tamper("UPDATE action SET invented = TRUE")
            for path in ["", "/write", "/report"] {
                #expect(try await amparo.get("/en/actions/77-21\(path)").words.contains("This is an invented example"))
            }
        }
    }
}
