import Campaign
import Documents

extension SiteParts {
    /// The output of that number, as long as it takes reports, else the latest that does; throws the refusal when none does.
    func reportView(of reference: Reference, output named: Int? = nil, for reader: Reader) async throws -> ActionView {
        let latest = try await view(of: reference, for: reader)
        let named = named.flatMap(latest.action.output)
        for output in [named].compactMap({ $0 }) + latest.action.outputs.reversed() {
            let view = ActionView(latest.action, output, latest.tally, for: reader)
            if case .closed = view.window { continue }
            return view
        }
        throw ReportRefusal.closed(since: latest.action.outputs.reversed().lazy.compactMap { latest.action.closedSince($0, reader) }.first)
    }
}

extension ActionView {
    var window: ReportWindow {
        action.reportWindow(for: output, of: reader)
    }

    /// Whether reports on any of the action's outputs are still taken.
    var takesReports: Bool {
        action.outputs.contains { output in
            if case .closed = action.reportWindow(for: output, of: reader) { false } else { true }
        }
    }

    /// That letters are over and until when reports are still taken; nil while letters are wanted.
    var lateNote: String? {
        guard case .late(let lastDay, let until) = window else { return nil }
        return reader.text("report.late", ["date": reader.days.long(lastDay), "until": reader.days.long(until)])
    }
}

extension Action {
    /// As the section of the reader has it, today.
    func reportWindow(for output: Output, of reader: Reader) -> ReportWindow {
        let section = reader.section
        return reportWindow(for: output, in: section.code, zone: section.timeZone, lateDays: section.lateDays, on: reader.today)
    }

    fileprivate func closedSince(_ output: Output, _ reader: Reader) -> Day? {
        guard case .closed(let since) = reportWindow(for: output, of: reader) else { return nil }
        return since
    }
}
