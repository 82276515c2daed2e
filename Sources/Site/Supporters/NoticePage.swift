import Campaign
import Documents

/// Something was done, or is on its way, or cannot be: what happened, and where to go from here.
struct NoticePage: Page {
    static var template: String { "alerts/notice" }

    let layout: Layout
    let t: [String: String]
    let title: String
    let intro: String
    let paragraphs: [String]
    let links: [Layout.Link]
}

/// What a notice says; the keys of its words begin with its own.
enum Notice: String, CaseIterable, Sendable {
    case sent, confirmed, stopped, gone, off, stayed
    case addressSent, addressChanged, phoneTaken, erased

    /// - Parameter hasPush: whether browsers get notices here.
    func page(layout: Layout, hasPush: Bool = false, for reader: Reader) -> NoticePage {
        let words = words
        return NoticePage(
            layout: layout,
            t: reader.words.plainTexts,
            title: reader.text(words.title),
            intro: reader.text(words.text),
            paragraphs: (self == .off && hasPush ? ["alerts.off_browser"] : words.more).map { reader.text($0) },
            links: (self == .off && hasPush ? [Layout.Link(label: reader.text("browser.title"), path: Links.browser(reader.language))] : [])
                + links(reader)
        )
    }

    var title: String { words.title }

    private var words: (title: String, text: String, more: [String]) {
        switch self {
        case .sent: ("alerts.sent_title", "alerts.sent_text", ["alerts.sent_spam"])
        case .confirmed: ("alerts.confirmed_title", "alerts.confirmed_text", [])
        case .stopped: ("alerts.stopped_title", "alerts.stopped_text", ["alerts.stopped_more"])
        case .gone: ("alerts.gone_title", "alerts.gone_text", [])
        case .off: ("alerts.off_title", "alerts.off_text", ["alerts.off_next"])
        case .stayed: ("alerts.stayed_title", "alerts.stayed_text", [])
        case .addressSent: ("my.address_sent_title", "my.address_sent_text", [])
        case .addressChanged: ("my.address_changed_title", "my.address_changed_text", [])
        case .phoneTaken: ("phone.taken_title", "phone.taken_text", [])
        case .erased: ("my.erased_title", "my.erased_text", [])
        }
    }

    private func links(_ reader: Reader) -> [Layout.Link] {
        let language = reader.language
        let list = Layout.Link(label: reader.text("error.go_list"), path: Links.home(language))
        let my = Layout.Link(label: reader.text("my.title"), path: Links.my(language))
        switch self {
        case .sent, .off, .erased: return [list]
        case .confirmed, .stayed: return [Layout.Link(label: reader.text("alerts.confirmed_my"), path: Links.my(language)), list]
        case .stopped: return [Layout.Link(label: reader.text("alerts.stopped_again"), path: Links.alerts(language)), my, list]
        case .gone: return [Layout.Link(label: reader.text("alerts.gone_again"), path: Links.alerts(language)), my]
        case .addressSent, .addressChanged, .phoneTaken: return [my, list]
        }
    }
}
