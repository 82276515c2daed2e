import Campaign
import Documents
import HTTPTypes
import Hummingbird
import Storage

/// The answers to one action at the desk, and handing in another that came to the section itself.
struct ReplyHandInRoutes: Sendable {
    let shell: DeskShell
    private let handIn: HandInReply
    private let shelf: ReplyShelf

    init(shell: DeskShell) {
        self.shell = shell
        handIn = HandInReply(database: shell.site.database, world: shell.site.world)
        shelf = ReplyShelf(world: shell.site.world)
    }

    func add(to router: Router<Visitor>) {
        router.get("desk/actions/:reference/replies", use: shell.answer(.write) { try await show($0) })
        router.post("desk/actions/:reference/replies", use: shell.answer(.write, create))
    }

    private func show(
        _ asked: DeskShell.Asked, typed: FormBody = FormBody(), kept: Int = 0, problems: FormProblems = FormProblems(), token: String? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let reader = asked.reader, view = try await view(asked), section = reader.section.code
        let replies = try await shell.site.database.read { db in try db.replies(of: view.action.id, atDeskOf: section) }
        let page = ReplyHandInPage(
            view, replies, typed: typed, kept: kept, takesPictures: shell.site.press.canMakePictures, problems: problems,
            token: token ?? shell.site.world.token(),
            layout: shell.layout(reader.text("desk.replies_hand_in"), asked, at: DeskLinks.actions))
        return try shell.page(page, reader, status)
    }

    @Sendable private func create(_ asked: DeskShell.Asked) async throws -> Response {
        let view = try await view(asked)
        let form: ReplyForm
        do {
            form = try await ReplyForm.read(asked.request, press: shell.site.press, keeping: shelf.scans)
        } catch FormRefusal.tooLarge {
            return try await show(asked, problems: FormProblems("pages", Message("reply.trouble_too_large")), status: .contentTooLarge)
        }
        do {
            let handed = try form.handed(view.action.reference, offices: view.offices, for: asked.reader, by: asked.at.member.id)
            let id = try await handIn(handed)
            shelf.put([], under: handed.token, from: nil)
            return .redirect(to: ReplyDeskLinks.show(id), type: .normal)
        } catch let problems as FormProblems {
            let token = form.typed["token"] ?? shell.site.world.token(), scans = Array(form.scans.prefix(ReplyBounds.pages))
            shelf.put(scans, under: token, from: asked.at.member.id.text)
            return try await show(
                asked, typed: form.typed, kept: scans.count, problems: problems, token: token, status: .unprocessableContent)
        }
    }

    /// As this section's readers see it; one must be published before anybody answers to it.
    private func view(_ asked: DeskShell.Asked) async throws -> ActionView {
        try await shell.site.view(of: try asked.reference(), for: asked.reader)
    }
}

/// The answers to one action, and the form for another.
struct ReplyHandInPage: Page {
    static var template: String { "desk/reply-new" }

    let layout: Layout
    let t: [String: String]
    let title: String
    let intro: [String]
    let hasProblems: Bool
    let problemsTitle: String?
    let problems: [ProblemPart]
    let tables: [DeskTable]
    let formPath: String
    let token: String
    let form: ReplyFormPart

    init(
        _ view: ActionView, _ replies: [Reply], typed: FormBody, kept: Int, takesPictures: Bool, problems: FormProblems, token: String, layout: Layout
    ) {
        let reader = view.reader
        self.layout = layout
        t = reader.words.plainTexts
        title = reader.text("desk.replies_hand_in")
        intro = ["\(view.reference) · \(view.headline)"]
        hasProblems = !problems.isEmpty
        problemsTitle = problems.isEmpty ? nil : reader.text("reply.problems_title")
        self.problems = ProblemPart.all(problems, in: reader.words)
        tables = [.replies(reader.text("desk.replies_of_action"), replies, reader, empty: reader.text("desk.replies_none"))]
        formPath = ReplyDeskLinks.new(view.action.reference)
        self.token = token
        form = ReplyFormPart(view, typed: typed, kept: kept, takesPictures: takesPictures, problems: problems)
    }
}
