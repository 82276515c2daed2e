import Campaign
import Documents

/// The form of a pack as it was sent, or as an address asks for it to begin with.
struct PackForm: Sendable {
    let fields: FormBody
    /// Whether somebody pressed the button: then a box that is not ticked was left so on purpose.
    let isSent: Bool

    init(_ fields: FormBody, isSent: Bool) {
        self.fields = fields
        self.isSent = isSent
    }

    func isTicked(_ name: String, _ value: String, usually: Bool) -> Bool {
        isSent ? fields.all(name).contains(value) : usually
    }

    func isChosen(_ name: String, _ value: String, usually: String) -> Bool {
        (fields[name] ?? usually) == value
    }
}
