import Documents
import TestSupport

@testable import Campaign
@testable import Site

extension SamplePages {
    /// Officials' answers: the form, what became of one, the published one, and their pages at the desk; each full and bare.
    func replies() async throws -> [Sample] {
        let layout = pages.layout(english, isPrivate: true), full = reply(.published), bare = bareReply
        var view = try await pages.view(for: english)
        let typed = FormBody([.init(name: "words", value: "We know."), .init(name: "office", value: "0"), .init(name: "language", value: "sw")])
        let problems = Self.problems(["pages", "words", "received_on", "token"])
        let empty = ReplyFormPage(view, typed: FormBody(), kept: 0, takesPictures: true, problems: FormProblems(), token: "t", layout: layout)
        let wordless = ReplyFormPage(view, typed: typed, kept: 1, takesPictures: false, problems: problems, token: "t", layout: layout)
        let wrong = ReplyFormPage(view, typed: typed, kept: 2, takesPictures: true, problems: problems, token: "t", layout: layout)
        view.replies = [full, bare]
        let action = ActionPage(view, layout: pages.layout(english), sections: pages.site.sections, documents: pages.site.documents)
        return try await [
            Sample(empty), Sample(wordless), Sample(wrong), Sample(action), Sample(HandedPage(nil, token: "t", view, layout: layout)),
            Sample(HandedPage(full, token: "t", view, layout: layout)), Sample(HandedPage(bare, token: "t", view, layout: layout)),
            Sample(ReplyPage(full, view, layout: layout)), Sample(ReplyPage(bare, view, layout: layout)),
        ] + deskReplies(view, full, bare)
    }

    private func deskReplies(_ view: ActionView, _ full: Reply, _ bare: Reply) async throws -> [Sample] {
        let layout = try deskLayout(), all = Duties([.international: [.admin]]), none = Duties()
        let typed = ReplyDeskPage.Typed(
            form: FormBody([.init(name: "rectangles", value: "1 2 3 4")]), page: 1, problems: Self.problems(["page-1", "office"]))
        func page(_ reply: Reply, _ duties: Duties, _ typed: ReplyDeskPage.Typed = .init()) -> Sample {
            Sample(
                ReplyDeskPage(reply, typed, hasErasedNames: true, duties: duties, script: "/assets/cover.js", layout: layout, for: english))
        }
        func handIn(_ replies: [Reply], _ problems: FormProblems) -> Sample {
            Sample(
                ReplyHandInPage(
                    view, replies, typed: FormBody(), kept: 0, takesPictures: true, problems: problems, token: "t", layout: layout))
        }
        return [
            page(reply(.waiting), all, typed), page(full, all), page(full, none), page(bare, none),
            handIn([full], Self.problems(["pages"])), handIn([], FormProblems()),
        ]
    }

    private func reply(_ state: Reply.State) -> Reply {
        Reply(
            id: Reply.ID("r-\(state)"), reference: .wanjiru, section: .international, state: state, isShared: true, office: "Embassy of Kenya",
            language: "sw", receivedOn: Day("2021-11-20"), revision: 3, handedOn: english.today, isFromDesk: false,
            decidedBy: state == .waiting ? nil : "rosa", lookAgainOn: english.today, texts: ["sw": "Tumepokea.", "en": "We got it.\n\nAnd more."],
            scans: [
                Reply.Scan(position: 1, width: 60, height: 80, hidden: Blackening.all(in: "0 0 100 100") ?? []),
                Reply.Scan(position: 2, width: 60, height: 80, hidden: []),
            ])
    }

    private var bareReply: Reply {
        Reply(
            id: Reply.ID("bare"), reference: .wanjiru, section: .international, state: .waiting, isShared: false, office: "", language: nil,
            receivedOn: nil, revision: 1, handedOn: english.today, isFromDesk: true, decidedBy: nil, lookAgainOn: nil,
            texts: [.undetermined: "?"])
    }
}
