import Documents
import Testing

@Suite struct DayInWordsTests {
    @Test(
        arguments: [
            ("fr", "2022-01-01", "1er janvier 2022", "samedi 1er janvier 2022"), ("fr", "2022-01-11", "11 janvier 2022", "mardi 11 janvier 2022"),
            ("it", "2022-05-01", "1º maggio 2022", "domenica 1º maggio 2022"), ("en", "2022-01-01", "1 January 2022", "Saturday, 1 January 2022"),
            ("de", "2022-01-01", "1. Januar 2022", "Samstag, 1. Januar 2022"),
        ] as [(Language, String, String, String)])
    func `the first of a month is written as its language does`(_ language: Language, _ day: String, _ long: String, _ withWeekday: String) throws {
        let day = try #require(Day(day)), days = DayInWords(language: language, country: nil)
        #expect(days.long(day) == long)
        #expect(days.withWeekday(day) == withWeekday)
    }
}
