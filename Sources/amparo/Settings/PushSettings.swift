import Documents
import Outgoing

/// How notifications reach browsers. They need no setting.
struct PushSettings: Sendable {
    let isOn: Setting<Bool>
    /// Whom a push service may turn to: a `mailto:` or https URL; else each section's own.
    let contact: Setting<String?>

    init(_ reading: inout SettingsReading) {
        isOn = reading.setting(.pushOn, else: true, read: Self.truth)
        contact = reading.setting(.pushContact, else: nil, read: Self.contact)
    }

    var lines: [(name: String, value: String, origin: String)] {
        [("push.on", String(isOn.value), isOn.origin)] + (contact.value.map { [("push.contact", $0, contact.origin)] } ?? [])
    }

    private static func truth(_ text: String) throws(Unfit) -> Bool {
        guard let truth = Bool(text) else { throw Unfit("true or false") }
        return truth
    }

    private static func contact(_ text: String) throws(Unfit) -> String? {
        let isMail = text.hasPrefix("mailto:") && MailAddress(String(text.dropFirst(7))) != nil
        guard isMail || (try? OutgoingURL(text)) != nil else { throw Unfit("mailto:address or an https URL") }
        return text
    }
}
