import Documents
import Hummingbird

/// The days a page of statistics is about: what its address says, else the twelve months until today.
struct DayRange: Sendable {
    let from: Day
    let to: Day

    init(_ query: FormBody, today: Day) {
        let to = query["to"].flatMap { Day($0) } ?? today
        let from = query["from"].flatMap { Day($0) } ?? to.adding(days: -364)
        (self.from, self.to) = from <= to ? (from, to) : (to, from)
    }
}
