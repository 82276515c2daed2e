@testable import Documents
import Foundation
import Testing

@Suite struct DayTests {
    @Test func `a day counts over months, years and leap days`() throws {
        let day = try #require(Day("2020-02-28"))
        #expect(day.adding(days: 1).text == "2020-02-29")
        #expect(day.adding(days: 2).text == "2020-03-01")
        #expect(day.adding(days: -59).text == "2019-12-31")
        #expect(day.days(until: try #require(Day("2021-02-28"))) == 366)
        #expect(day.adding(days: .max).text == "9999-12-31")
    }

    @Test func `every day of a thousand years comes back from its number`() {
        for number in stride(from: -200_000, to: 165_000, by: 7) {
            #expect(Day(number: number).number == number)
        }
    }

    @Test func `weekdays follow ISO`() throws {
        #expect(try #require(Day("2024-02-29")).weekday == .thursday)
        #expect(try #require(Day("1969-12-31")).weekday == .wednesday)
    }

    @Test(arguments: ["2021-02-29", "2021-13-01", "21-01-01", "2021-1-1", "2021-01-01T00:00", "", "２０21-01-01"])
    func `what is no day is refused`(_ text: String) {
        #expect(Day(text) == nil)
    }

    @Test func `a day is a plain string in JSON`() throws {
        let day = try #require(Day("2021-11-23"))
        #expect(String(decoding: try JSONEncoder().encode([day]), as: UTF8.self) == #"["2021-11-23"]"#)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Day].self, from: Data(#"["2021-02-30"]"#.utf8)) }
    }
}
