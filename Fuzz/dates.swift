/// One line of any text: every date found is one of the calendar, lies inside the line, and the dates do not overlap.
func fuzzDates(_ input: [UInt8]) {
    let text = String(decoding: input, as: UTF8.self)
    let line = TextLine(text, number: 1)
    var end = 0
    for hit in DateFinder().hits(in: line) {
        precondition(hit.words.lowerBound >= end && hit.words.upperBound <= line.words.count, "dates lie in the line, one after the other")
        precondition(Day(hit.day.text) == hit.day, "a date found is a date: \(hit.day.text)")
        precondition(hit.day.adding(days: 1).adding(days: -1) == hit.day, "a day has a next day")
        end = hit.words.upperBound
    }
}
