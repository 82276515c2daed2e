/// What this process did since it started, for whoever watches over it. Numbers and kinds alone: nothing of what anybody wrote, asked for or is.
package final class Measures: Sendable {
    /// Seconds from a request to its answer being ready.
    package let requests = Family("amparo_request_seconds", "Time from a request to its answer, by route.", by: ["route", "method", "status"]) {
        Distribution(bounds: Distribution.seconds)
    }
    package let pages = Family("amparo_pages_total", "Pages of everybody's, by where they came from.", by: ["from"]) { Counter() }
    package let commits = Family("amparo_report_commit_size", "Reports entered in one transaction.", by: []) {
        Distribution(bounds: Distribution.sizes)
    }
    package let deliveries = Family("amparo_deliveries_total", "Notices handed over, by what became of them.", by: ["verdict"]) { Counter() }
    package let jobs = Family("amparo_job_seconds", "Time that a job took, by kind and outcome.", by: ["kind", "outcome"]) {
        Distribution(bounds: Distribution.seconds)
    }
    package let refused = Family("amparo_refused_total", "Requests refused to keep the rest going, by reason.", by: ["reason"]) { Counter() }
    package let connections = Gauge()
    package let connectionsMost = Gauge()
    package let reportsWaiting = Gauge()
    /// Frequent words whose places in the search index are kept.
    package let searchWords = Gauge()

    package init() {}
}
