import Campaign
import Documents

/// A message for an official who takes messages in a messenger.
struct MessengerPage: Page {
    static var template: String { "letters/messenger" }

    let layout: Layout
    let t: [String: String]
    let breadcrumb: [Layout.Link]
    let top: LetterFrame
    let chats: [Chat]
    let pasteNote: String?
    let letterText: CopyField

    struct Chat: Sendable {
        let chatTitle: String
        let placeText: String
        let chatHref: String?
        let chatLabel: String
    }
}

extension MessengerPage {
    init(_ written: WrittenLetters, _ top: LetterFrame, _ layout: Layout) {
        let reader = written.reader, messenger = written.choice.way.messenger ?? .signal, text = written.joint.mailBody
        let label = reader.text("letter.open_messenger", ["messenger": messenger.name])
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            breadcrumb: written.view.letterBreadcrumb,
            top: top,
            chats: written.ones.flatMap { one in
                one.addressee.places(written.choice.way).map { place in
                    Chat(
                        chatTitle: one.addressee.printedName, placeText: place, chatHref: messenger.link(to: place, text: text), chatLabel: label)
                }
            },
            pasteNote: messenger.takesText ? nil : reader.text("letter.messenger_paste"),
            letterText: CopyField("letter-text", reader.text("letter.copy"), text, in: written.joint.language, isLong: true)
        )
    }
}
