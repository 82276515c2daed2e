import Documents
import Foundation
import Mail
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Campaign

@Suite struct MailCarrierTests {
    private func carrier(_ store: Store, _ outbox: Outbox, from: String? = "ua@example.org", back: String? = "bounces@example.org") throws
        -> MailCarrier
    {
        let letterhead = Letterhead(sender: from.flatMap { MailAddress($0) }, returnPath: back.flatMap { MailAddress($0) })
        return MailCarrier(mailer: outbox, letterhead: letterhead, keyring: try .steady, world: store.world)
    }

    /// What an alert to Ana says, with her address unless the test takes it away.
    private func notice(_ store: Store, sealedFor name: String? = "ana") async throws -> AlertNotice {
        try await store.take(.wanjiru())
        let id = try await store.composed(), keyring = try Keyring.steady
        let texts = try await store.database.read { try $0.texts(of: id) }
        let section = try #require(try await store.database.read { try $0.sections().first { $0.code == .international } })
        let writing = NoticeWriting(catalogue: try Catalogue.shipped(), links: Store.alertLinks, keyring: keyring)
        let sealed = name.map { keyring.sealed("ana@example.org", for: IdentityPlace.address(of: Supporter.ID($0))) }
        let frame = writing.frame(Array(texts.prefix(1)), isDigest: false, "en", section)
        return writing.notice(
            frame, key: "one", to: NoticeWriting.Receiver(id: Supporter.ID("ana"), address: sealed), "en", section,
            link: "http://localhost/en/actions/77-21", isSameDay: false)
    }

    @Test(arguments: Engine.available)
    func `Ana's mail says who it is from, what list it is of and how it ends, and comes back under her mark`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let notice = try await notice(store), outbox = Outbox()
            #expect(try await carrier(store, outbox).carry(notice) == .taken)
            let mail = try #require(outbox.messages.first)
            #expect(mail.to.text == "ana@example.org" && mail.from.address.text == "ua@example.org" && mail.from.name == notice.section.name)
            #expect(mail.returnPath.text == "bounces+\(BounceToken.text(Supporter.ID("ana"), try .steady))@example.org")
            #expect(mail.listID == "alerts.localhost" && mail.unsubscribe == notice.stop && mail.isAutomatic)
            #expect(mail.id == "\(notice.id)@localhost" && !mail.id.contains("ana"))
            #expect(mail.text.words == notice.plain && mail.html?.words == notice.html && mail.text.words.contains(notice.stop))
            #expect(mail.date.timeIntervalSince1970 == Double(store.world.now().milliseconds) / 1_000)
        }
    }

    @Test(arguments: Engine.available)
    func `one who gave no address is another carrier's, and one whose address does not open is nobody's`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let outbox = Outbox(), carrier = try carrier(store, outbox)
            #expect(try await carrier.carry(notice(store, sealedFor: nil)) == .notMine)
            #expect(try await carrier.carry(notice(store, sealedFor: "ben")) == .never("the address cannot be read"))
            #expect(outbox.messages.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `of several each is told of once, by its place, and who gave no address is not reached`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let ana = try await notice(store), ben = try await notice(store, sealedFor: "ben"), nobody = try await notice(store, sealedFor: nil)
            let outbox = Outbox { _ in .refusedForNow("452 4.2.2 full") }
            let carrier: any AlertCarrier = try carrier(store, outbox), told = Mutex<[Int: [Carriage]]>([:])
            #expect([ana, ben, nobody].map(carrier.reaches) == [true, true, false])
            await carrier.carry([ana, ben, ana]) { place, carriage, _ in told.withLock { $0[place, default: []].append(carriage) } }
            let full = [Carriage.later("452 4.2.2 full")]
            #expect(told.withLock { $0 } == [0: full, 1: [.never("the address cannot be read")], 2: full])
        }
    }

    @Test(arguments: Engine.available)
    func `while nobody is said to send it, the section's contact does, and without one it waits`(on engine: Engine) async throws {
        try await withStore(engine) { store in
            let outbox = Outbox()
            _ = try await carrier(store, outbox, from: nil, back: nil).carry(notice(store))
            let mail = try #require(outbox.messages.first), contact = try #require(try await notice(store).section.contactEmail)
            #expect(mail.from.address.text == contact && mail.returnPath.text.contains("+ana."))
            try await store.tamper("UPDATE section SET contact_email = NULL")
            #expect(try await carrier(store, outbox, from: nil, back: nil).carry(notice(store)) == .later("no sender is set"))
            #expect(outbox.messages.count == 1)
        }
    }

    @Test func `each verdict of the server has its consequence, and only class 5.1 speaks against the address`() {
        #expect(Carriage(.accepted("250")) == .taken)
        #expect(Carriage(.refusedForNow("451 4.7.1 Greylisted")) == .later("451 4.7.1 Greylisted"))
        #expect(Carriage(.postponed(.milliseconds(1_900))) == .notYet(seconds: 1))
        #expect(Carriage(.refused("550 5.1.1 unknown")) == .unreachable("550 5.1.1 unknown"))
        #expect(Carriage(.refused("550-5.1.1 no such user 550 5.1.1 see help")) == .unreachable("550-5.1.1 no such user 550 5.1.1 see help"))
        #expect(Carriage(.refused("554 5.7.1 we do not like it")) == .never("554 5.7.1 we do not like it"))
        #expect(Carriage(.refused("550 relay 192.5.1.7 is listed")) == .never("550 relay 192.5.1.7 is listed"))
    }
}
