import Campaign

/// A button that has the browser ask for a passkey. It needs a script; without one the page says what to do instead.
struct PasskeyPart: Sendable {
    enum Deed: String, Sendable { case add, enter, confirm }

    let passkeyDeed: String
    let passkeyPath: String
    let challengePath: String
    let passkeyHeading: String?
    let passkeyText: String
    let passkeyButton: String
    let scriptNeeded: String
    let failedText: String
    let unknownText: String
    let script: String
    let nameLabel: String?
    let fieldNames: [String]
    let hiddenFields: [HiddenField]

    init(_ deed: Deed, script: String, next: String? = nil, for reader: Reader) {
        passkeyDeed = deed.rawValue
        (passkeyPath, challengePath) =
            switch deed {
            case .add: (PasskeyLinks.list, PasskeyLinks.new)
            case .enter: (PasskeyLinks.door, PasskeyLinks.doorChallenge)
            case .confirm: (PasskeyLinks.confirm, PasskeyLinks.confirmChallenge)
            }
        passkeyHeading = deed == .add ? reader.text("desk.passkey_add") : nil
        passkeyText = reader.text("desk.passkey_\(deed.rawValue)_text")
        passkeyButton = reader.text("desk.passkey_\(deed.rawValue)_button")
        scriptNeeded = reader.text(deed == .add ? "desk.passkey_add_script" : "desk.passkey_script")
        failedText = reader.text("desk.passkey_failed")
        unknownText = reader.text("desk.passkey_unknown")
        self.script = script
        nameLabel = deed == .add ? reader.text("desk.passkey_name") : nil
        fieldNames = deed == .add ? ["client", "attestation"] : ["credential", "client", "statement", "signature", "owner"]
        hiddenFields = next.map { [HiddenField(fieldName: "next", fieldValue: $0)] } ?? []
    }
}
