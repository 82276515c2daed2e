import Campaign
import Documents
import HTTPTypes
import Hummingbird
import Storage

/// Documents from paste and upload to their review.
struct ImportRoutes: Sendable {
    let shell: DeskShell
    private let take: TakeDocuments
    private let read: ReadReview
    /// Seconds after which a browser asks again how far the reading has come.
    private static let refreshSeconds = 2

    init(shell: DeskShell) {
        self.shell = shell
        take = TakeDocuments(database: shell.site.database, world: shell.site.world)
        read = ReadReview(database: shell.site.database, world: shell.site.world, read: ReadDocument(workers: 2))
    }

    func add(to router: Router<Visitor>) {
        router.get("desk/imports", use: shell.answer(.write, index))
        router.get("desk/imports/progress", use: shell.answer(.write, progress))
        router.post("desk/imports/pasted", use: shell.answer(.write, paste))
        router.post("desk/imports/uploaded", use: shell.answer(.write, upload))
    }

    @Sendable private func index(_ asked: DeskShell.Asked) async throws -> Response {
        try shell.page(try await page(asked, isProgress: false).page, asked.reader)
    }

    /// Asks for itself again while something is being read; without a script, by a field of the answer.
    @Sendable private func progress(_ asked: DeskShell.Asked) async throws -> Response {
        let (page, isUnderWay) = try await page(asked, isProgress: true)
        var response = try shell.page(page, asked.reader)
        if isUnderWay { response.headers[.refresh] = String(Self.refreshSeconds) }
        return response
    }

    private func page(_ asked: DeskShell.Asked, isProgress: Bool) async throws -> (page: ImportsPage, isUnderWay: Bool) {
        let reader = asked.reader, section = reader.section.code
        let since = shell.site.world.now().adding(seconds: -ReviewBounds.shownDays * 86_400)
        let (reviews, names) = try await shell.site.database.read { db in
            (
                try db.reviews(of: section, decidedSince: since, limit: 300),
                Dictionary(try db.staffMembers().map { ($0.id.text, $0.name) }, uniquingKeysWith: { first, _ in first })
            )
        }
        let title = isProgress ? reader.text("desk.imports_progress_title") : reader.text("desk.imports_title")
        let page = ImportsPage(
            reviews, names: names, isProgress: isProgress, layout: shell.layout(title, asked, at: ImportLinks.index), for: reader)
        return (page, reviews.contains { $0.state.isUnderWay })
    }

    /// Pasted text is short: it is read before the answer, and one goes straight to its review.
    @Sendable private func paste(_ asked: DeskShell.Asked) async throws -> Response {
        var bounds = FormBody.Bounds()
        bounds.bytes = ReviewBounds.paste * 3
        let text: String
        do { text = try await FormBody.read(asked.request, within: bounds)["text"] ?? "" } catch FormRefusal.tooLarge { return try tooLarge(asked) }
        guard text.utf8.count <= ReviewBounds.paste else { return try tooLarge(asked) }
        guard text.contains(where: { !$0.isWhitespace }) else { return .redirect(to: ImportLinks.index, type: .normal) }
        let bytes = Array(text.replacing("\r\n", with: "\n").utf8)
        let ids = try await take([NewDocument(named: "", bytes)], in: asked.reader.section.code, by: asked.at.member.id)
        guard let id = ids.first else { return .redirect(to: ImportLinks.index, type: .normal) }
        try await read(id)
        let section = asked.reader.section.code
        let review = try await shell.site.database.read { db in try db.review(id, in: section) }
        return .redirect(to: review.state == .read ? ImportLinks.review(id) : ImportLinks.progress, type: .normal)
    }

    @Sendable private func upload(_ asked: DeskShell.Asked) async throws -> Response {
        let body: MultipartBody
        do {
            body = try await MultipartBody.read(asked.request, within: MultipartBody.Bounds(bytes: ReviewBounds.upload))
        } catch FormRefusal.tooLarge {
            return try tooLarge(asked)
        }
        let documents = body.files.flatMap { NewDocument.all(in: $0.bytes, named: $0.fileName ?? "") }
        guard documents.count <= ReviewBounds.files else { return try tooLarge(asked) }
        _ = try await take(documents, in: asked.reader.section.code, by: asked.at.member.id)
        return .redirect(to: documents.isEmpty ? ImportLinks.index : ImportLinks.progress, type: .normal)
    }

    private func tooLarge(_ asked: DeskShell.Asked) throws -> Response {
        let values = ["files": String(ReviewBounds.files), "size": String(ReviewBounds.upload / 1_000_000)]
        return try shell.notice(Message("desk.imports_too_large", values), asked, status: .contentTooLarge)
    }
}

extension HTTPField.Name {
    fileprivate static let refresh = Self("refresh") ?? .cacheControl
}
