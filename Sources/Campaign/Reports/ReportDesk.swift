import Documents
import Foundation
import Storage

/// Knows, for one group of reports, which outputs they are for and in which section's day; asks the database once per action.
struct ReportDesk {
    private let actions: [Reference: Result<Action, any Error>]
    private let sections: [Section.Code: Section]

    init(_ db: any Connection, _ entries: [Entry]) throws {
        let references = Set(entries.map(\.request.reference))
        actions = Dictionary(uniqueKeysWithValues: references.map { reference in (reference, Result { try db.publicAction(reference) }) })
        sections = try Dictionary(db.sections().map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        if let fault = actions.values.lazy.compactMap(\.fault).first { throw fault }
    }

    /// The report to enter, or the refusal to answer with.
    func report(for entry: Entry) throws -> Report {
        let request = entry.request
        let action = try (actions[request.reference] ?? .failure(ActionRefusal.unknownReference(request.reference.printed(.slash)))).get()
            .seen(by: request.section)
        guard action.isShown(by: request.section) else { throw ActionRefusal.unknownReference(request.reference.printed(.slash)) }
        guard let output = action.output(request.ordinal) else { throw ActionRefusal.unknownOutput(action.reference, request.ordinal) }
        guard let section = sections[request.section] else { throw UnknownSection(code: request.section) }
        let today = request.day ?? entry.at.day(in: section.timeZone)
        return Report(
            id: entry.id, output: output.id, section: request.section, channel: request.channel, quantity: request.quantity,
            source: request.source,
            isLate: try isLate(
                action.reportWindow(for: output, in: section.code, zone: section.timeZone, lateDays: section.lateDays, on: today), request.window,
                on: today),
            tokenHash: entry.tokenHash, reportedOn: today, reportedAt: entry.at, group: request.group, hold: entry.hold
        )
    }

    private func isLate(_ window: ReportWindow, _ collection: ReturnWindow?, on today: Day) throws(ReportRefusal) -> Bool {
        switch window {
        case .open: return collection.map { today > $0.endsOn } ?? false
        case .late: return true
        case .closed(let since):
            guard let collection, since != nil, today <= collection.takenUntil else { throw .closed(since: since) }
            return true
        }
    }
}

/// A report for a section that is not there: a fault of the caller's, which must not fail the others of its group.
struct UnknownSection: Error {
    let code: Section.Code
}

extension Result {
    /// The error that is no refusal: the whole group fails with it, since the database itself did.
    fileprivate var fault: (any Error)? {
        guard case .failure(let error) = self, !(error is any Refusal) else { return nil }
        return error
    }
}
