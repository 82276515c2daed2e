package import Storage

/// Seals every identity anew with the current key, a page at a time, so that the keys before it are needed no more.
///
/// It may be broken off anywhere and begun again: what is done stays done, and every page is a transaction of its own. Supporters come
/// and go meanwhile.
package struct RotateKeys: Sendable {
    let database: any Database
    let keyring: Keyring
    private let page: Int

    package init(database: any Database, keyring: Keyring, page: Int = 500) {
        self.database = database
        self.keyring = keyring
        self.page = page
    }

    /// How many seals were renewed. Throws `Keyring.Trouble` when one does not open; the others were renewed up to there.
    package func callAsFunction() async throws -> Int {
        let keyring = keyring, page = page
        var renewed = 0
        while true {
            let done = try await database.write { db in try db.reseal(with: keyring, limit: page) }
            renewed += done
            if done < page { return renewed }
        }
    }
}

extension Connection {
    private func resealPhones(with keyring: Keyring, limit: Int) throws -> Int {
        let phones = try phones(notSealedWith: keyring.currentKey, limit: limit)
        for phone in phones {
            let place = IdentityPlace.phone(of: phone.supporter)
            try reseal(phoneOf: phone.supporter, keyring.sealed(keyring.opened(phone.sealed, for: place), for: place))
        }
        let codes = try phoneCodes(notSealedWith: keyring.currentKey, limit: limit - phones.count)
        for code in codes {
            let place = IdentityPlace.phone(ofCode: code.tokenHash)
            try reseal(phoneCode: code.tokenHash, keyring.sealed(keyring.opened(code.sealed, for: place), for: place))
        }
        return phones.count + codes.count
    }

    private func resealStaffAddresses(with keyring: Keyring, limit: Int) throws -> Int {
        let addresses = try staffAddresses(notSealedWith: keyring.currentKey, limit: limit)
        for address in addresses {
            let place = StaffSecrets.addressPlace(of: address.member)
            try setStaffAddress(keyring.sealed(keyring.opened(address.sealed, for: place), for: place), of: address.member)
        }
        return addresses.count
    }

    func reseal(with keyring: Keyring, limit: Int) throws -> Int {
        let current = keyring.currentKey
        let identities = try identities(notSealedWith: current, limit: limit)
        for identity in identities {
            let place = IdentityPlace.address(of: identity.supporter)
            try reseal(identity.supporter, keyring.sealed(keyring.opened(identity.sealed, for: place), for: place))
        }
        let links = try links(notSealedWith: current, limit: limit - identities.count)
        for link in links {
            let place = IdentityPlace.newAddress(ofLink: link.tokenHash)
            try reseal(link: link.tokenHash, keyring.sealed(keyring.opened(link.sealed, for: place), for: place))
        }
        let staff = try staffSeals(notSealedWith: current, limit: limit - identities.count - links.count)
        for member in staff {
            let place = StaffSecrets.place(of: member.member)
            try reseal(staff: member.member, keyring.sealed(keyring.opened(member.sealed, for: place), for: place))
        }
        let browsers = try browsers(notSealedWith: current, limit: limit - identities.count - links.count - staff.count)
        for browser in browsers {
            let place = IdentityPlace.browser(of: browser.supporter)
            try reseal(browserOf: browser.supporter, keyring.sealed(keyring.opened(browser.sealed, for: place), for: place))
        }
        let done = identities.count + links.count + staff.count + browsers.count
        let addresses = try resealStaffAddresses(with: keyring, limit: limit - done)
        return try done + addresses + resealPhones(with: keyring, limit: limit - done - addresses)
    }
}
