import Documents

/// Days on which no post goes and no office is open: the common ones, and those of the countries that a shipped section is in.
enum Holidays {
    /// By country; "" for those of nearly everywhere.
    private static let fixed: [String: Set<String>] = [
        "": ["01-01", "12-25"],
        "AT": ["01-06", "05-01", "08-15", "10-26", "11-01", "12-08", "12-26"],
        "CH": ["01-02", "08-01", "12-26"],
        "DE": ["05-01", "10-03", "12-26"],
        "ES": ["01-06", "05-01", "08-15", "10-12", "11-01", "12-06", "12-08"],
        "FR": ["05-01", "05-08", "07-14", "08-15", "11-01", "11-11"],
        "GB": ["12-26"],
        "US": ["06-19", "07-04", "11-11"],
    ]
    /// From Easter Sunday: Good Friday, Easter Monday, Ascension, Whit Monday.
    private static let movable: [String: Set<Int>] = [
        "AT": [1, 39, 50], "CH": [-2, 1, 39, 50], "DE": [-2, 1, 39, 50], "ES": [-2], "FR": [1, 39, 50], "GB": [-2, 1],
    ]

    static func isHoliday(_ day: Day, in country: String?) -> Bool {
        let date = String(day.text.dropFirst(5)), country = country ?? ""
        if fixed[""]?.contains(date) == true || fixed[country]?.contains(date) == true { return true }
        return movable[country]?.contains(easter(day.year).days(until: day)) == true
    }

    /// Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876).
    static func easter(_ year: Int) -> Day {
        let a = year % 19, b = year / 100, c = year % 100
        let g = (8 * b + 13) / 25, h = (19 * a + b - b / 4 - g + 15) % 30
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7, m = (a + 11 * h + 22 * l) / 451
        let n = h + l - 7 * m + 114
        return Day(year: year, month: n / 31, day: n % 31 + 1) ?? Day(number: 0)
    }
}
