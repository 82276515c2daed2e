package import Campaign
package import Documents

extension Store {
    /// A filled-in form, with a fresh token unless the test presses the button of the same form again.
    package func form(
        _ reference: Reference = .wanjiru, output ordinal: Int = 1, channel: Channel = .email, quantity: Int = 1, token: String? = nil,
        section: Section.Code = .international
    ) throws -> ReportRequest {
        try ReportRequest(
            reference: reference, ordinal: ordinal, channel: channel.rawValue, quantity: String(quantity), token: token ?? world.token(),
            section: section
        )
    }

    /// Runs `body` beside the desk that takes reports, and closes the desk afterwards.
    package func withReports<T>(_ body: (RecordReport) async throws -> T) async throws -> T {
        let report = RecordReport(database: database, world: world)
        return try await withThrowingTaskGroup { group in
            group.addTask { await report.run() }
            defer { group.cancelAll() }
            return try await body(report)
        }
    }
}
