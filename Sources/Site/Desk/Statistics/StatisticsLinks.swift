import Campaign
import Documents

/// The addresses of the statistics.
enum StatisticsLinks {
    static let index = "/desk/statistics"

    static func report(_ report: StatisticsReport, _ range: DayRange, _ query: String = "") -> String {
        "\(index)/\(report.rawValue)?from=\(range.from.text)&to=\(range.to.text)\(query)"
    }
}
