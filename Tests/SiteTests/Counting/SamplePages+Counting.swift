import Documents

@testable import Campaign
@testable import Site

extension SamplePages {
    static let countTable = CountTable(Array("action,channel,quantity,date,source\nUA 77/21,post,4,2021-11-30,paper\n".utf8))
    static let counted = Report(
        id: Report.ID("r"), output: Output.ID("o"), section: .international, channel: .post, quantity: 4, source: .paper, isLate: false,
        tokenHash: "h",
        reportedOn: Day(number: 18_000), reportedAt: Instant(milliseconds: 0))

    func statisticsPage(_ layout: Layout, isFull: Bool) throws -> Sample {
        let range = DayRange(FormBody(), today: english.today),
            values = [Plot.Value(label: "Letter by post", number: 4), .init(label: "Fax", number: 0)]
        let plots: [Plot] = [
            .bars("plot-a", "Appeals", note: "All of them", values, ("Channel", "Appeals"), english),
            .columns("plot-b", "Days", values, ("Day", "Appeals"), english), .bars("plot-c", "None", [], ("Channel", "Appeals"), english),
        ]
        let link = Layout.Link(label: "By year", path: "/desk/statistics/year", isCurrent: true)
        return Sample(
            StatisticsPage(
                title: "Statistics", intro: isFull ? ["All"] : [], path: "/desk/statistics", range: range, reports: isFull ? [link] : [],
                downloads: isFull ? [link] : [], plots: isFull ? plots : [], tables: isFull ? plots[0].tables : [], layout: layout, for: english))
    }

    func tallyPage(_ layout: Layout) -> Sample {
        let letter = TallyLetter(
            code: TallyCode(token: "token"), action: Action.ID("a"), section: .international, reader: .official, language: "en", appeals: 47,
            rounding: .exact, figures: [TallyLetter.Figure(channel: .post, appeals: 47)], countries: 2, firstOn: Day(number: 18_000),
            lastOn: Day(number: 18_009), asOf: Instant(milliseconds: 0))
        let told = TallyWords(letter: letter, reference: "UA 77/21", words: english.words, days: english.days)
        return Sample(TallyPage(told, layout: layout, for: english))
    }
}
