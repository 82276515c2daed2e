import Testing

@testable import Documents

@Suite struct RecogniserTests {
    @Test(arguments: [
        ("23 November 2021", "2021-11-23"), ("June 1 2023", "2023-06-01"), ("November 23, 2021", "2021-11-23"), ("1er JUIN 2012", "2012-06-01"),
        ("9 de febrero del 2000", "2000-02-09"), ("26 Feb 99", "1999-02-26"), ("4. Mai 2018", "2018-05-04"), ("06.01.2009", "2009-01-06"),
        ("2021-11-23", "2021-11-23"), ("3 gennaio 2022", "2022-01-03"), ("12 maart 2020", "2020-03-12"), ("3rd March 2009", "2009-03-03"),
        ("٣ يناير ٢٠٢٢", "2022-01-03"),
    ])
    func `dates are read in every language`(_ text: String, _ day: String) {
        #expect(DateFinder().hits(in: TextLine("x " + text + " y", number: 1)).map(\.day.text) == [day])
    }

    @Test(arguments: ["November 2021", "14 November", "119.21", "06.01.09", "31 June 2021", "Noch 34 Tage", "12/05/2021"])
    func `what is no full date gives none`(_ text: String) {
        #expect(DateFinder().hits(in: TextLine(text, number: 1)).isEmpty)
    }

    @Test(arguments: [
        ("the Islamic Republic of Iran", "IR"), ("Bahréin", "BH"), ("TÜRKEI", "TR"), ("Columbia", "CO"), ("the Dominican Republic", "DO"),
        ("South Sudan", "SS"),
        ("Viet Nam", "VN"), ("Papau New Guinea", "PG"), ("Territoires palestiniens", "PS"), ("Egypte", "EG"),
    ])
    func `countries are known in every language and misspelling`(_ text: String, _ code: String) {
        #expect(CountryNames.shared.hits(in: TextLine(text, number: 1).words).first?.country.code == code)
    }

    @Test func `us is a country only in capitals`() {
        #expect(CountryNames.shared.hits(in: TextLine("They told us so.", number: 1).words).isEmpty)
        #expect(CountryNames.shared.hits(in: TextLine("to the US daily", number: 1).words).first?.country.code == "US")
    }

    @Test(arguments: [
        ("Phone: (202) 833-9860", ["(202) 833-9860"]), ("+963 11 332 3410 (office)", ["+963 11 332 3410"]),
        ("+1 202 555 0100, 202 555 0101", ["+1 202 555 0100", "202 555 0101"]),
        ("12 34", []),
    ])
    func `numbers are read without remarks`(_ text: String, _ numbers: [String]) {
        #expect(ContactValues.numbers(in: TextLine(text, number: 1)) == numbers)
    }

    @Test func `hidden addresses are counted with either blank`() {
        #expect(ContactValues.hiddenEmails(in: TextLine("[email protected] , [email\u{A0}protected]", number: 1)) == 2)
    }

    @Test func `an abbreviation ends no sentence`() {
        #expect(
            Sentences("Decree num. 1582 was read by Mr. Lind. It is void. Act!").all == [
                "Decree num. 1582 was read by Mr. Lind.", "It is void.", "Act!",
            ])
    }

    @Test func `names are people, not places, bodies or months`() {
        let text = "On 3 May, Ana Maria de la Cruz and Omar bin Said met Amnesty International in New Zealand near the Civic Council of Weavers."
        #expect(NameFinder().names(in: TextLine(text, number: 1)).map(\.name) == ["Ana Maria de la Cruz", "Omar bin Said"])
    }

    @Test func `a greeting of readers opens no letter`() {
        let marks = LineMarks()
        #expect(!marks.isGreeting(TextLine("Dear friends,", number: 1)))
        #expect(marks.isGreeting(TextLine("Sehr geehrter Herr Präsident,", number: 1)))
        #expect(marks.isGreeting(TextLine("Dear Minister, or Dear Ambassador,", number: 1)))
    }

    @Test func `headings are known by words and setting`() {
        let finder = HeadingFinder()
        #expect(finder.match(TextLine("Model letter in Spanish", number: 1))?.language == "es")
        #expect(finder.match(TextLine("BACKGROUND INFORMATION (400 WORDS):", number: 1))?.heading == .background)
        #expect(finder.match(TextLine("Background noise kept the town awake.", number: 1)) == nil)
        #expect(finder.match(TextLine("معلومات إضافية", number: 1))?.heading == .background)
        #expect(
            finder.pieces(of: TextLine("He was told to wait for a day and then for a year. ADDITIONAL INFORMATION The town is old.", number: 1)).count
                == 2)
    }
}
