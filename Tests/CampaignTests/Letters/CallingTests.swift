@testable import Campaign
import Documents
import Testing

@Suite struct CallingTests {
    private func letter(_ paragraphs: [String], in language: Language = "en", name: String = "Rosa") -> Letter {
        Letter(
            language: language, dateLine: "", addressLines: [], subject: "", greeting: "", isGreetingPrinted: false, paragraphs: paragraphs,
            closing: "",
            name: name)
    }

    @Test func `a call says who, about whom, what is asked, and thanks`() throws {
        let script = try CallScript(
            letter(["She is held. I ask you to let her see a doctor."]), about: "Wanjiru Otieno", place: "Lima", phrases: CallPhrases(),
            words: AdviceWords())
        #expect(
            script?.lines.prefix(4) == [
                "Good day. My name is Rosa and I am calling from Lima.", "I am calling about Wanjiru Otieno.", "My request is this:",
                "I ask you to let her see a doctor.",
            ])
        #expect(script?.lines.count == 5)
    }

    @Test func `who gives no name is not made to give one`() throws {
        let script = try CallScript(letter([], name: ""), about: "X", place: "Lima", phrases: CallPhrases(), words: AdviceWords())
        #expect(script?.lines.first == "Good day. I am a private citizen and I am calling from abroad.")
    }

    @Test func `a language without phrases has no script`() throws {
        #expect(try CallScript(letter([], in: "sw"), about: "X", place: "", phrases: CallPhrases(), words: AdviceWords()) == nil)
        #expect(try CallPhrases().languages.isSuperset(of: ["en", "es", "fr", "de", "it", "pt", "nl", "ar", "fa", "tr", "ru", "uk", "zh"]))
    }

    @Test func `the clock is the country's, in winter and in summer`() throws {
        let clock = try LocalClock(), tunis = try #require(Country("TN")), berlin = try #require(Country("DE"))
        let winter = try #require(Instant("2021-11-30T22:30:00.000Z")), summer = try #require(Instant("2021-07-01T09:05:00.000Z"))
        #expect(clock.times(in: tunis, at: winter).map(\.text) == ["23:30"])
        #expect(clock.times(in: berlin, at: summer).map(\.text) == ["11:05"])
        #expect(clock.times(in: berlin, at: summer).first?.isOfficeHours == true)
        #expect(clock.times(in: tunis, at: winter).first?.isOfficeHours == false)
    }

    @Test func `a country with several clocks shows the capital's first`() throws {
        let clock = try LocalClock(), states = try #require(Country("US")), now = try #require(Instant("2021-11-30T15:00:00.000Z"))
        let times = clock.times(in: states, at: now)
        #expect(times.first?.city == "New York")
        #expect(times.first?.text == "10:00")
        #expect(times.map(\.offset).dropFirst() == times.map(\.offset).dropFirst().sorted()[...])
        #expect(times.count > 5)
    }

    @Test func `nobody telephones on a Saturday or a Sunday`() throws {
        let clock = try LocalClock(), tunis = try #require(Country("TN"))
        for (day, open) in [("03", true), ("04", false), ("05", false), ("06", true)] {
            let noon = try #require(Instant("2021-12-\(day)T11:00:00.000Z"))
            #expect(clock.times(in: tunis, at: noon).first?.isOfficeHours == open)
        }
    }
}
