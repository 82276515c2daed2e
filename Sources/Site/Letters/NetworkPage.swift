import Campaign
import Documents

/// Posts for a network: those of the case, or one made of its headline, its call and the link.
struct NetworkPage: Page {
    static var template: String { "letters/network" }

    let layout: Layout
    let t: [String: String]
    let breadcrumb: [Layout.Link]
    let top: LetterFrame
    let networkName: String
    let handles: [Handle]
    let needsInstance: Bool
    let instanceValue: String
    let instanceProblem: String?
    let instanceFields: [HiddenField]
    let pageShare: String?
    let isCopyOnly: Bool
    let posts: [Post]

    struct Handle: Sendable {
        let handleOwner: String
        let handleText: String
        let handleHref: String?
    }

    struct Post: Sendable {
        let field: [CopyField]
        let lengthLine: String
        let isOver: Bool
        let shareHref: String?
        let shareLabel: String
    }
}

extension NetworkPage {
    init(_ written: WrittenLetters, _ top: LetterFrame, _ layout: Layout, origin: String) {
        let reader = written.reader, view = written.view, network = written.choice.way.network ?? .x
        let address = origin + view.path(in: reader.language), typed = written.choice.instance, host = HostName(typed)
        let handles = Handle.all(written, network)
        let posts = ReadyPosts(view, mentioning: handles.map(\.handleText), address: address, for: network).texts
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            breadcrumb: view.letterBreadcrumb,
            top: top,
            networkName: network.name,
            handles: handles,
            needsInstance: network == .mastodon,
            instanceValue: typed,
            instanceProblem: typed.isEmpty || host != nil ? nil : reader.text("letter.instance_problem"),
            instanceFields: written.choice.allFields,
            pageShare: network.shareLink(ofPage: address),
            isCopyOnly: network == .instagram || network == .facebook,
            posts: posts.enumerated().map { Post($0.element, at: $0.offset, network, host, view) }
        )
    }
}

extension NetworkPage.Handle {
    fileprivate static func all(_ written: WrittenLetters, _ network: SocialNetwork) -> [Self] {
        written.ones.flatMap { one in
            one.addressee.places(written.choice.way).map { place in
                let handle = SocialHandle(place, on: network)
                return Self(handleOwner: one.addressee.printedName, handleText: handle?.text ?? place, handleHref: handle?.link)
            }
        }
    }
}

extension NetworkPage.Post {
    fileprivate init(_ text: String, at place: Int, _ network: SocialNetwork, _ host: HostName?, _ view: ActionView) {
        let reader = view.reader, length = network.length(of: text), fits = length <= network.limit
        let sizes = ["length": reader.words.grouped(length), "limit": reader.words.grouped(network.limit)]
        self.init(
            field: [CopyField("post-\(place + 1)", reader.text("action.social_post"), text, in: view.textLanguage, isLong: true).undirected],
            lengthLine: reader.text(fits ? "letter.post_fits" : "letter.post_over", sizes),
            isOver: !fits,
            shareHref: fits ? network.shareLink(text, at: host) : nil,
            shareLabel: reader.text("letter.post_share", ["network": network.name])
        )
    }
}

extension CopyField {
    /// For a text whose language nobody recorded.
    fileprivate var undirected: CopyField {
        CopyField(fieldID: fieldID, fieldLabel: fieldLabel, fieldText: fieldText, fieldLang: fieldLang, fieldDir: "auto", isLong: isLong, rows: rows)
    }
}
