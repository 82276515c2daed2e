import Campaign
import Documents

/// The e-mail addresses of one addressee, to open in a mail program or to copy.
struct AddressPage: Page {
    static var template: String { "actions/address" }

    let layout: Layout
    let t: [String: String]
    let breadcrumb: [Layout.Link]
    let countryName: String
    let reference: String
    let isExample: Bool
    let addresseeName: String
    let office: String?
    let mails: [MailPart]
    let hasMails: Bool
    let failing: [String]
    let hasSafety: Bool
    let safety: [String]
    let letterPath: String

    struct MailPart: Sendable {
        let mailAddress: String
        let mailHref: String
    }
}

extension AddressPage {
    init(_ view: ActionView, _ addressee: Addressee, number: Int, layout: Layout) {
        let reader = view.reader, mails = addressee.contacts(.email).compactMap(\.place)
        let subject = view.action.letterSubject(of: view.output, in: view.textLanguage, style: reader.section.referenceStyle)
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            breadcrumb: view.breadcrumb + [Layout.Link(label: view.reference, path: view.path(in: reader.language))],
            countryName: view.countryName,
            reference: view.reference,
            isExample: view.action.isInvented,
            addresseeName: addressee.name ?? addressee.office ?? "",
            office: addressee.name == nil ? nil : addressee.office,
            mails: mails.map { MailPart(mailAddress: $0, mailHref: MailtoLink(to: [$0], subject: subject, body: "").withoutBody) },
            hasMails: !mails.isEmpty,
            failing: addressee.contacts.filter { $0.channel == .email }.compactMap { contact in
                let isReplaced = addressee.replacements.contains { $0.channel == .email }
                return reader.note(on: contact, isReplaced: isReplaced).map { note in [contact.place, note].compactMap { $0 }.joined(separator: ": ")
                }
            },
            hasSafety: !view.safety.isEmpty,
            safety: view.safety,
            letterPath: Links.write(view.action.reference, reader.language, addressee: number)
        )
    }
}
