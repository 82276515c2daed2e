import Campaign
import Documents
import Foundation
import TestSupport
import Testing

/// The form of three steps.
@Suite(.timeLimit(.minutes(5))) struct ComposerTests {
    private let path = "/en/actions/77-21/letters"

    @Test func `another language brings its own letter, until somebody changes the words`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let english = "I write to you about Wanjiru Otieno.\r\n\r\nPlease see that she is released."
            let fields = [("again", "show"), ("language", "sw"), ("shown", "en"), ("name", "Rosa")]
            let untouched = try await amparo.post(path, fields + [("words", english)])
            #expect(untouched.status == 200)
            #expect(untouched.text.contains("Ninakuandikia kuhusu Wanjiru Otieno.</textarea>"))
            let changed = try await amparo.post(path, fields + [("words", english + " Today.")])
            #expect(changed.text.contains("Today.</textarea>"))
            #expect(changed.text.contains("value=\"Rosa\""))
            #expect(changed.words.contains("Your own words are not translated."))
        }
    }

    @Test func `the reader's own language stands beside the official's`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru { $0.preferredLanguages = ["sw"] })
            let page = try await amparo.get("/en/actions/77-21/write")
            #expect(page.words.contains("The model letter in English, so that you know what you sign"))
            #expect(page.words.contains("Please see that she is released."))
            #expect(!(try await amparo.get("/en/actions/77-21/write?language=en").words.contains("so that you know what you sign")))
        }
    }

    @Test func `advice is asked for, given, and stops nobody`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            #expect(!(try await amparo.get("/en/actions/77-21/write").words.contains("Before you go on")))
            let fields = [("language", "en"), ("words", "You idiot. I ask for sanctions."), ("name", "Rosa")]
            let advice = try await amparo.post(path, fields + [("again", "check")])
            #expect(advice.status == 200)
            for words in [
                "“idiot” may be read as an insult", "does not name Wanjiru Otieno", "sanctions or a boycott", "“Please see that she is released.”",
            ] {
                #expect(advice.words.contains(words), "\(words)")
            }
            let letter = try await amparo.post(path, fields)
            #expect(letter.status == 200)
            #expect(letter.words.contains("Before you send it"))
            let fine = try await amparo.post(path, [("language", "en"), ("again", "check")])
            #expect(fine.words.contains("Nothing stands out"))
        }
    }

    @Test func `initials sign the letter and stay chosen`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let fields = [("name", "Rosa María Quispe"), ("initials", "1"), ("way", "post")]
            let page = try await amparo.post(path, fields)
            #expect(page.text.contains("<p class=\"sheet-sign\">R. M. Q.</p>"))
            #expect(page.hidden["initials"] == "1")
            #expect(try await amparo.post(path, fields + [("again", "change")]).chosen.contains("initials=1"))
        }
    }

    @Test func `safety stands before the button, with the case's own note and the country`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru { $0.makeRich() })
            let page = try await amparo.get("/en/actions/77-21/write").text
            let button = try #require(page.range(of: "button-main"))
            for words in ["Sign with your initials if you have family in Kenya.", "plan to travel there", "under 18"] {
                let place = try #require(page.range(of: words))
                #expect(place.lowerBound < button.lowerBound, "\(words)")
            }
        }
    }

    @Test func `several addressees get a letter each, and who cannot be reached is named`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let both = [("addressee", "1"), ("addressee", "2")]
            let post = try await amparo.post(path, both + [("way", "post")])
            #expect(post.words.contains("To Amina Njoroge") && post.words.contains("To High Commission of Kenya"))
            let email = try await amparo.post(path, both + [("way", "email")])
            #expect(email.words.contains("High Commission of Kenya is not reached this way. Open: Letter by post."))
        }
    }

    @Test(arguments: ["fax", "nowhere", "", "../x", "petition"])
    func `a way that reaches nobody is told`(_ way: String) async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let page = try await amparo.post(path, [("way", way), ("name", "Rosa")])
            #expect(page.status == 422)
            #expect(page.text.contains("id=\"way-problem\""))
            #expect(page.text.contains("value=\"Rosa\""))
        }
    }

    @Test func `readers are told to ask before they write about their own country`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(
                .wanjiru {
                    $0.country = Country("CH"); $0.targets = [.amina]
                })
            for path in ["/de/actions/77-21", "/de/actions/77-21/write"] {
                let page = try await amparo.get(path, host: "ch.localhost")
                #expect(page.words.contains("betrifft unser eigenes Land (Schweiz). Fragen Sie vor dem Schreiben bei der Sektion (Switzerland)"))
                #expect(page.links.contains("/de/contact"))
                #expect(!(try await amparo.get(path).words.contains("unser eigenes Land")))
            }
            try await ChangeOwnCountry(database: amparo.store.database, world: amparo.store.world)(.allow, of: .swiss, by: "Rosa")
            for path in ["/de/actions/77-21", "/de/actions/77-21/write"] {
                let page = try await amparo.eventually(path, host: "ch.localhost") { !$0.words.contains("unser eigenes Land") }
                #expect(page.status == 200 && !page.words.contains("unser eigenes Land"))
            }
        }
    }

    @Test func `the address for writing on an output that was replaced leads to the newest`() async throws {
        try await withAmparo(at: "2021-12-08T10:00:00.000Z") { amparo in
            try await amparo.store.take(.wanjiru())
            try await amparo.store.take(.wanjiruCharged())
            for ordinal in [1, 2] {
                let answer = try await amparo.get("/en/actions/77-21/\(ordinal)/write")
                #expect(answer.status == 303)
                #expect(answer["location"] == "/en/actions/77-21/write")
            }
            #expect(try await amparo.get("/en/actions/77-21/write").status == 200)
            #expect(try await amparo.get("/en/actions/77-21/9/write").status == 404)
        }
    }

    @Test func `ten thousand characters in every field are told, and nothing falls over`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let long = String(repeating: "x", count: 10_000)
            let page = try await amparo.post(
                path, [("name", long), ("place", long), ("words", long + long + long), ("instance", long), ("addressee", "99999999999999999999")])
            #expect(page.status == 422)
            for field in ["name", "place", "words"] { #expect(page.text.contains("id=\"\(field)-problem\""), "\(field)") }
            #expect(try await amparo.post(path, (1...150).map { ("addressee", String($0)) }).status == 422)
        }
    }
}
