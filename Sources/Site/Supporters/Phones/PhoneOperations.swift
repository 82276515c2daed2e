package import Campaign
import Storage

/// How text messages leave, and what their gateway knows us by when it brings an answer.
package struct Texting: Sendable {
    package let texter: any Texter
    package let secret: String

    package init(texter: any Texter, secret: String) {
        self.texter = texter
        self.secret = secret
    }
}

/// All that can be done with phone numbers.
struct PhoneOperations: Sendable {
    let request: RequestPhone
    let confirm: ConfirmPhone
    let forget: ForgetPhone
    let secret: String

    init(_ texting: Texting, _ database: any Database, _ world: World, _ keyring: Keyring, _ catalogue: Catalogue, _ errands: Errands) {
        request = RequestPhone(
            database: database, world: world, keyring: keyring, catalogue: catalogue, texter: texting.texter, errands: errands)
        confirm = ConfirmPhone(database: database, world: world, keyring: keyring)
        forget = ForgetPhone(database: database, keyring: keyring)
        secret = texting.secret
    }
}
