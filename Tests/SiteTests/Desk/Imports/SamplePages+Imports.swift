import Documents
import TestSupport

@testable import Campaign
@testable import Site

extension SamplePages {
    /// Documents under review: one with everything odd about it, and one with nothing.
    func imports() async throws -> [Sample] {
        let layout = try deskLayout(), reader = english
        let review = Review(
            id: Review.ID("r"), section: .international, name: "case.txt", sha256: Digest.sha256("x"), state: .read, trouble: nil, revision: 3,
            takenAt: pages.store.world.now(), takenBy: "rosa", decidedBy: nil, decidedAt: nil, place: nil)
        let refused = Review(
            id: Review.ID("s"), section: .international, name: "", sha256: Digest.sha256("y"), state: .refused, trouble: .encrypted, revision: 1,
            takenAt: pages.store.world.now(), takenBy: "rosa", decidedBy: nil, decidedAt: nil, place: nil)
        let findings = [
            Finding(field: "title", value: "Another", line: 1, confidence: 0.9, note: FindingNote(.oneWord)),
            Finding(field: "expiry_date", value: "2022-01-03", line: 2, confidence: 0.3),
            Finding(field: "country", value: "KE", line: 2, confidence: 0.6),
            Finding(field: "page_head", value: "Page", confidence: 0.4, note: FindingNote(.pageHead)),
        ]
        let draft = ActionDraft.wanjiru()
        let lines = [SourceLine(number: 1, text: "Title"), SourceLine(number: 2, text: "Left"), SourceLine(number: 2, text: "Right")]
        let document = ReviewedDocument(
            review: review, lines: lines, reading: DraftReading(file: "case.txt", draft: draft, findings: findings), draft: draft, settled: [1],
            hasFile: true)
        let bare = ReviewedDocument(
            review: refused, lines: [], reading: DraftReading(file: "", draft: ActionDraft(), findings: []), draft: ActionDraft(), settled: [],
            hasFile: false)
        let place = Foresight.Place(
            reference: .wanjiru, ordinal: 1, section: .international, isNewAction: false, isNewOutput: false, additions: ["letters"],
            contradictions: [Finding(field: "expiry_date", value: "2022-01-03", confidence: 1, note: FindingNote(.otherDocument, "2022-01-04"))])
        let form = DraftForm(FormBody([.init(name: "expiry_date", value: "soon"), .init(name: "settled", value: "3")]), on: draft, findings: 4)
        return [
            Sample(
                ReviewPage(
                    document, .place(place), form: form, message: ReviewRefusal.unsettled([]).message, taken: "Rosa", layout: layout, for: reader)),
            Sample(ReviewPage(bare, nil, taken: "Rosa", layout: layout, for: reader)),
            Sample(ImportsPage([review, refused], names: ["rosa": "Rosa"], isProgress: true, layout: layout, for: reader)),
            Sample(ImportsPage([], names: [:], isProgress: false, layout: layout, for: reader)),
        ]
    }
}
