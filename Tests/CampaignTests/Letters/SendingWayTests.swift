@testable import Campaign
import Documents
import Testing

@Suite struct SendingWayTests {
    private func ways(_ contacts: [(Channel, String?)]) -> [SendingWay] {
        Addressee(role: .target, name: "Amina", office: nil, salutation: nil, contacts: contacts.map { ContactPoint(channel: $0.0, place: $0.1) })
            .ways
    }

    @Test func `a contact that is hidden, or cannot be sent to, opens no way`() {
        #expect(ways([(.email, nil), (.petition, "https://example.org"), (.other, "ask at the gate"), (.post, "")]) == [])
        #expect(ways([(.email, "not shown")]) == [])
    }

    @Test func `messengers are told apart by what is printed`() {
        #expect(
            ways([
                (.other, "https://wa.me/254202227411"), (.other, "Telegram: @ag_example"), (.phone, "Signal +254 20 222"),
                (.other, "https://www.threads.net/@ag"),
            ]) == [
                .threads, .whatsapp, .telegram, .signal,
            ])
        #expect(ways([(.phone, "+254 20 222 7411")]) == [.phone])
    }

    @Test func `what the ledger has no word for is reported as another way`() {
        #expect(SendingWay.allCases.filter { $0.channel == .other } == [.threads, .whatsapp, .telegram, .signal])
        #expect(SendingWay.contactForm.channel == .contactForm)
    }
}
