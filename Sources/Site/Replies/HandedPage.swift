import Campaign

/// What becomes of a reply, for whoever handed it in: the address of this page is all they need, and all we know of them.
struct HandedPage: Page {
    static var template: String { "replies/handed" }

    let layout: Layout
    let t: [String: String]
    let breadcrumb: [Layout.Link]
    let title: String
    let handedText: String
    /// As long as nobody decided.
    let takeBackPath: String?
    let replyPath: String?
    let actionPath: String

    /// - Parameter reply: nil once it was taken back.
    init(_ reply: Reply?, token: String, _ view: ActionView, layout: Layout) {
        let reader = view.reader, reference = view.action.reference
        self.layout = layout
        t = reader.words.plainTexts
        breadcrumb = view.breadcrumb + [Layout.Link(label: view.reference, path: view.path(in: reader.language))]
        title = reader.text(reply == nil ? "reply.taken_back_title" : "reply.handed_title")
        handedText = reader.text(
            reply.map { "reply.handed_\($0.state.rawValue)" } ?? "reply.taken_back_text", ["days": String(ReplyBounds.keptDays)])
        takeBackPath = reply?.state == .waiting ? ReplyLinks.handed(token, of: reference, reader.language) : nil
        replyPath = reply?.state == .published ? reply.map { ReplyLinks.show($0.id, of: reference, reader.language) } : nil
        actionPath = view.path(in: reader.language)
    }
}
