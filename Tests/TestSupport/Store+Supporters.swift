package import Campaign
package import Documents
import Foundation
import Logging
import Storage
import Synchronization

/// Keeps the letters to supporters for a test to read.
package final class LetterTray: Postbox {
    private let letters = Mutex<[SupporterLetter]>([])

    package init() {}

    package var all: [SupporterLetter] { letters.withLock { $0 } }

    package func post(_ letter: SupporterLetter) async {
        letters.withLock { $0.append(letter) }
    }

    /// Takes all letters out.
    package func empty() -> [SupporterLetter] {
        letters.withLock { letters in
            defer { letters = [] }
            return letters
        }
    }
}

extension Keyring {
    /// Keys that never change. Two of them seal alike and look up alike.
    package static func still() throws -> Keyring {
        try Keyring(.still())
    }
}

extension Keyring.Keys {
    /// The current key first; the lookup key is always the same.
    package static func still(_ ids: String...) -> Keyring.Keys {
        let sealing = (ids.isEmpty ? ["still"] : ids).map { id in
            Keyring.Key(id: id, bytes: (0..<32).map { UInt8(truncatingIfNeeded: Int(id.utf8.first ?? 0) + $0) })
        }
        return Keyring.Keys(sealing: sealing, lookup: Keyring.Key(id: "lookup", bytes: [UInt8](repeating: 7, count: 32)))
    }
}

/// The desk at which supporters join, enter and leave, with a tray for the letters.
package struct SupporterCounter: Sendable {
    package let store: Store
    package let keyring: Keyring
    package let tray: LetterTray
    package let errands: Errands
    package let correspondence: Correspondence

    package init(_ store: Store, keyring: Keyring? = nil, errandLimit: Int = 1_000) throws {
        self.store = store
        self.keyring = try keyring ?? .still()
        tray = LetterTray()
        errands = Errands(limit: errandLimit, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        correspondence = Correspondence(links: SupporterLinks { "https://\($0.host)" }, catalogue: try Catalogue.shipped(), postbox: tray)
    }

    package func section(_ code: Section.Code = .international) async throws -> Section {
        let sections = try await store.database.read { try $0.sections() }
        guard let section = sections.first(where: { $0.code == code }) else { throw NoSection(code: code) }
        return section
    }

    package var signUp: SignUp {
        SignUp(database: store.database, world: store.world, keyring: keyring, correspondence: correspondence, errands: errands)
    }

    package var askToSignIn: RequestSignIn {
        RequestSignIn(database: store.database, world: store.world, keyring: keyring, correspondence: correspondence, errands: errands)
    }

    private struct NoSection: Error {
        let code: Section.Code
    }
}

extension SupporterCounter {
    /// Somebody fills in the form; what follows from it is done when this returns. Gives the letters that went out.
    @discardableResult
    package func signUp(
        _ address: String, in code: Section.Code = .international, pausedUntil: Day? = nil, follow: FollowWish? = nil,
        _ change: (inout Preferences) -> Void = { _ in }
    ) async throws -> [SupporterLetter] {
        let section = try await section(code)
        var preferences = Preferences.usual(of: section, in: "en")
        change(&preferences)
        let request = try SignUpRequest(address: address, section: section, preferences: preferences, pausedUntil: pausedUntil, follow: follow)
        try signUp(request)
        await errands.drain()
        return tray.empty()
    }

    /// A confirmed supporter.
    package func supporter(
        _ address: String, in code: Section.Code = .international, follow: FollowWish? = nil, _ change: (inout Preferences) -> Void = { _ in }
    ) async throws -> Supporter.ID {
        guard let token = try await signUp(address, in: code, follow: follow, change).first?.token else { throw NoLetter() }
        return try await confirm(token).supporter
    }

    package func confirm(_ token: String) async throws -> Confirmation {
        try await ConfirmSignUp(database: store.database, world: store.world)(token: token)
    }

    /// Asks for a link to sign in: the code the browser shows, and the token in the letter, if there was one.
    package func askToSignIn(_ address: String, in code: Section.Code = .international) async throws -> (code: SignInCode, token: String?) {
        let shown = try await askToSignIn(address, of: section(code))
        await errands.drain()
        return (shown, tray.empty().first?.token)
    }

    package func signIn(_ token: String, _ code: String) async throws -> SupporterSession {
        try await SignIn(database: store.database, world: store.world, keyring: keyring)(token: token, code: code)
    }

    package func erase(_ supporter: Supporter.ID) async throws {
        try await EraseSupporter(database: store.database, world: store.world, keyring: keyring, correspondence: correspondence)(supporter)
    }

    package func supporter(_ id: Supporter.ID) async throws -> Supporter? {
        try await store.database.read { try $0.supporter(id) }
    }

    /// What the hourly job does.
    ///
    /// - Parameter mail: false for a server on which no mail is set up.
    package func retain(mail: Bool = true) async throws -> RetentionSums {
        let silent = Correspondence(links: SupporterLinks { "https://\($0.host)" }, catalogue: try Catalogue.shipped(), postbox: nil)
        return try await ApplyRetention(
            database: store.database, world: store.world, keyring: keyring, correspondence: mail ? correspondence : silent)()
    }

    package struct NoLetter: Error {
        package init() {}
    }
}

extension Store {
    package func recipients(
        of section: Section.Code = .international, about action: Action.ID? = nil, after last: Supporter.ID? = nil, limit: Int = 1_000
    ) async throws -> [Recipient] {
        let today = world.now().day(in: .gmt)
        return try await database.read { try $0.recipients(of: section, about: action, on: today, after: last, limit: limit) }
    }

    /// How many rows a table has.
    package func count(_ table: String) async throws -> Int {
        try await database.read { try $0.row(SQL(verbatim: "SELECT COUNT(*) AS rows FROM \(table)"))?("rows") ?? 0 }
    }
}

extension SupporterLetter {
    /// The address the letter leads to, out of its text.
    package var link: String? {
        text.split(separator: "\n").first { $0.hasPrefix("https://") || $0.hasPrefix("http://") }.map(String.init)
    }

    /// The last part of the link.
    package var token: String? {
        link?.split(separator: "/").last.map(String.init)
    }
}
