import Campaign
import Documents
import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// The review of one document: look, mend, accept, decline.
struct ReviewRoutes: Sendable {
    let shell: DeskShell
    private let decide: DecideReview
    private let foresee: ForeseeAcceptance

    init(shell: DeskShell) {
        self.shell = shell
        decide = DecideReview(database: shell.site.database, world: shell.site.world)
        foresee = ForeseeAcceptance(database: shell.site.database, world: shell.site.world)
    }

    func add(to router: Router<Visitor>) {
        router.get("desk/imports/:id", use: shell.answer(.write, show))
        router.get("desk/imports/:id/original", use: shell.answer(.write, original))
        router.post("desk/imports/:id", use: shell.answer(.write, mend))
        router.post("desk/imports/:id/acceptance", use: shell.answer(.write, accept))
        router.post("desk/imports/:id/refusal", use: shell.answer(.write, decline))
    }

    @Sendable private func show(_ asked: DeskShell.Asked) async throws -> Response {
        let id = Review.ID(try asked.parameter("id")), section = asked.reader.section.code
        let review = try await shell.site.database.read { db in try db.review(id, in: section) }
        if review.state.isUnderWay || review.state == .refused { return .redirect(to: ImportLinks.progress, type: .normal) }
        return try await page(try await document(asked), asked)
    }

    @Sendable private func mend(_ asked: DeskShell.Asked) async throws -> Response {
        let (document, form) = try await typed(asked)
        guard form.problems.isEmpty else { return try await page(document, asked, form, status: .unprocessableContent) }
        do {
            try await decide.mend(form.mended(of: document), in: asked.reader.section.code, by: asked.at.member.id)
        } catch ReviewRefusal.changedMeanwhile {
            return try await changed(asked, form)
        }
        return .redirect(to: ImportLinks.review(document.review.id), type: .normal)
    }

    @Sendable private func accept(_ asked: DeskShell.Asked) async throws -> Response {
        let (document, form) = try await typed(asked)
        guard form.problems.isEmpty else { return try await page(document, asked, form, status: .unprocessableContent) }
        do {
            let imported = try await decide.accept(form.mended(of: document), in: asked.reader.section.code, by: asked.at.member.id)
            return .redirect(to: ImportLinks.draft(imported.reference, imported.ordinal), type: .normal)
        } catch ReviewRefusal.changedMeanwhile {
            return try await changed(asked, form)
        } catch let refusal as ReviewRefusal {
            guard case .unsettled = refusal else { throw refusal }
            return try await page(document, asked, form, refusal.message, status: .unprocessableContent)
        } catch let refusal as any Refusal {
            return try await page(document, asked, form, refusal.message, status: refusal.kind.status)
        }
    }

    @Sendable private func decline(_ asked: DeskShell.Asked) async throws -> Response {
        try await decide.decline(Review.ID(try asked.parameter("id")), in: asked.reader.section.code, by: asked.at.member.id)
        return .redirect(to: ImportLinks.index, type: .normal)
    }

    /// The bytes as they came, to be kept and never to be opened here.
    @Sendable private func original(_ asked: DeskShell.Asked) async throws -> Response {
        let id = Review.ID(try asked.parameter("id")), section = asked.reader.section.code
        let (name, bytes) = try await shell.site.database.read { db in try db.reviewContent(id, in: section) }
        let safe = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || ".-_ ".contains($0)) }
        let file = safe.contains { $0 != "." && $0 != " " } ? safe : "document.txt"
        return Response(
            status: .ok,
            headers: [.contentType: "application/octet-stream", .contentDisposition: "attachment; filename=\"\(file)\""],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private func document(_ asked: DeskShell.Asked) async throws -> ReviewedDocument {
        let id = Review.ID(try asked.parameter("id")), section = asked.reader.section.code
        return try await shell.site.database.read { db in try db.reviewedDocument(id, in: section) }
    }

    private func typed(_ asked: DeskShell.Asked) async throws -> (ReviewedDocument, DraftForm) {
        let document = try await document(asked)
        let form = DraftForm(
            try await FormBody.read(asked.request, within: DraftForm.bounds), on: document.draft, findings: document.reading.findings.count)
        return (document, form)
    }

    /// A colleague mended it meanwhile: what was typed is shown again, over the newer state.
    private func changed(_ asked: DeskShell.Asked, _ form: DraftForm) async throws -> Response {
        try await page(try await document(asked), asked, form, ReviewRefusal.changedMeanwhile.message, status: .conflict)
    }

    private func page(
        _ document: ReviewedDocument, _ asked: DeskShell.Asked, _ form: DraftForm? = nil, _ message: Message? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let reader = asked.reader, takenBy = document.review.takenBy
        let name = try await shell.site.database.read { db in try db.colleague(takenBy) }
        let foresight = try await foresee(form.map { document.with($0.draft) } ?? document)
        let values = ["name": name, "moment": reader.moment(document.review.takenAt)]
        let page = ReviewPage(
            document, foresight, form: form, message: message, taken: reader.text("desk.imports_taken", values),
            layout: shell.layout(reader.text("desk.imports_review_title"), asked, at: ImportLinks.index), for: reader)
        return try shell.page(page, reader, status)
    }
}

extension DraftForm {
    fileprivate func mended(of document: ReviewedDocument) -> DecideReview.Mended {
        DecideReview.Mended(id: document.review.id, revision: revision, draft: draft, settled: settled)
    }
}
