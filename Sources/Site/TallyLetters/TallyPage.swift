import Campaign

/// Confirms what a letter with this code says. It names nobody.
struct TallyPage: Page {
    static var template: String { "tally/show" }

    let layout: Layout
    let t: [String: String]
    let title: String
    let code: String
    let total: String
    let about: String
    let lines: [String]
    let channels: [String]
    let countingPath: String

    init(_ told: TallyWords, layout: Layout, for reader: Reader) {
        self.layout = layout
        t = reader.words.plainTexts
        title = reader.text("tally.page_title")
        code = told.letter.code.printed
        total = told.total
        about = reader.text("tally.page_about", ["reference": told.reference])
        lines = [told.dates, told.countries, told.asOf(reader.section)].compactMap { $0 }
        channels = told.channels
        countingPath = Links.guide(.counting, reader.language)
    }
}
