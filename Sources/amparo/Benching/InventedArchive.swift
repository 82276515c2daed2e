import Campaign
import Documents

/// A big archive of invented cases, made from numbers alone and always the same for one day: half a century of actions with their outputs,
/// texts in six languages, letters, editions of sections, decisions and reports. It tells of nobody.
struct InventedArchive {
    /// How many actions.
    let size: Int
    /// The day on which the newest action was issued.
    let today: Day

    static let years = 50
    private static let countries = [
        "KE", "NP", "PE", "EE", "HN", "EG", "TR", "BI", "LK", "CO", "MM", "GE", "NE", "PH", "BO", "TD", "UZ", "GT", "SD", "ID",
    ]
    private static let forenames = ["Ilse", "Wanjiru", "Bishnu", "Tomasa", "Goran", "Leyla", "Aimé", "Noor", "Pilar", "Sione", "Vida"]
    private static let surnames = ["Brandmark", "Otieno", "Rai", "Quispe Luna", "Marković", "Aydın", "Ndayizeye", "Rahmani", "Zabala", "Fifita"]
    private static let syllables = [
        "ba", "dri", "ken", "lo", "mar", "ni", "osh", "pel", "qua", "rim", "sa", "tov", "un", "vel", "wic", "xan", "yo", "zar", "gho", "chi",
    ]
    private static let words: [(language: String, words: InventedWords)] = [
        ("en", .english), ("es", .spanish), ("fr", .french), ("de", .german), ("pt", .spanish), ("ar", .arabic),
    ]

    var actions: Range<Int> { 0..<size }

    /// One action, the newest having the highest number.
    func action(_ number: Int) -> InventedAction {
        let perYear = max(1, (size + Self.years - 1) / Self.years), back = (size - 1 - number) / perYear,
            place = perYear - 1 - (size - 1 - number) % perYear
        let year = today.year - back, days = back == 0 ? Day(year: year, month: 1, day: 1).map { $0.days(until: today) } ?? 0 : 364
        let issued = (Day(year: year, month: 1, day: 1) ?? today).adding(days: perYear < 2 ? 0 : place * days / (perYear - 1))
        return InventedAction(
            number: number, year: year, serial: place + 1, issuedOn: issued, outputs: [1, 2, 2, 3][number % 4],
            isDraft: number >= size - min(40, size / 20))
    }

    func country(_ action: InventedAction) -> String { Self.countries[(action.number &* 7 &+ 3) % Self.countries.count] }
    func subject(_ action: InventedAction) -> String {
        "\(Self.forenames[action.number % Self.forenames.count]) \(Self.surnames[action.number / 11 % Self.surnames.count]) \(made(action.number))"
    }

    /// A surname of three syllables, of which there are some thousands.
    private func made(_ number: Int) -> String {
        let place = number &* 7_919 % 8_000
        let name = [place % 20, place / 20 % 20, place / 400].map { Self.syllables[$0] }.joined()
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    func topics(_ action: InventedAction) -> [Topic] {
        let all = Topic.allCases
        return [all[action.number % all.count]] + (action.number % 3 == 0 ? [all[(action.number + 7) % all.count]] : [])
    }

    /// The last day for letters, once it is over for everybody and no later document has replaced this one: as the hourly job leaves it.
    func endedOn(_ action: InventedAction, _ ordinal: Int) -> Day? {
        let isReplaced = ordinal < action.outputs && action.issued(ordinal + 1) <= today, last = action.actUntil(ordinal)
        return isReplaced || !action.kind(ordinal).asksForLetters || last >= today.adding(days: -1) ? nil : last
    }

    /// The words of an output: two to six languages.
    func texts(_ action: InventedAction, _ output: Int) -> [(language: String, words: InventedWords, name: String)] {
        Self.words.prefix([2, 3, 3, 6][action.number % 4]).map { ($0.language, $0.words, subject(action)) }
    }

    /// The sections that have an edition: all the international one, every tenth the Swiss, every fourteenth the American.
    func sections(_ action: InventedAction) -> [String] {
        ["int"] + (action.number % 10 == 0 ? ["ch"] : []) + (action.number % 14 == 0 ? ["us"] : [])
    }

    /// What the Swiss section decided, where it did.
    func decision(_ action: InventedAction) -> String? {
        switch action.number % 50 {
        case 1, 2: "adopted"
        case 3: "declined"
        default: nil
        }
    }

    /// The channels by which something was reported, and how much.
    func reports(_ action: InventedAction) -> [(channel: Channel, section: String, quantity: Int)] {
        let channels = Channel.allCases
        return (0..<(action.number % 5)).map { place in
            (channels[(action.number + place) % channels.count], ["int", "ch", "us"][place % 3], 3 + (action.number * 13 + place * 29) % 240)
        }
    }
}

/// One invented action.
struct InventedAction {
    let number: Int
    let year: Int
    let serial: Int
    let issuedOn: Day
    /// How many outputs it has.
    let outputs: Int
    let isDraft: Bool

    var id: String { "a\(10_000_000 + number)" }
    func output(_ ordinal: Int) -> String { "o\(10_000_000 + number)-\(ordinal)" }
    func issued(_ ordinal: Int) -> Day { issuedOn.adding(days: (ordinal - 1) * 14) }
    func actUntil(_ ordinal: Int) -> Day { issued(ordinal).adding(days: 42) }

    /// Kinds as they follow each other: the last of three tells the outcome.
    func kind(_ ordinal: Int) -> OutputKind {
        ordinal == 1 ? .first : ordinal == 3 ? .outcome : number % 40 == 1 ? .correction : .update
    }
}
