import Documents
import Foundation
import Testing

/// Links made by another program (Scripts/mailto-fixture.py), and which mail programs take them whole.
@Suite struct MailtoGoldenTests {
    struct Golden: Decodable, CustomTestStringConvertible {
        let name: String
        let to: [String]
        let cc: [String]
        let subject: String
        let body: String
        let link: String
        let whole: [String]
        var testDescription: String { name }
    }

    static let letters = (try? JSONDecoder().decode([Golden].self, from: Data(Fixture.bytes("Mailto/elsewhere.json")))) ?? []

    @Test func `there are letters to compare`() {
        #expect(Self.letters.count == 10)
        #expect(Set(Self.letters.map(\.whole.count)).count > 3)
    }

    @Test(arguments: letters)
    func `a link is byte for byte the one that another program makes`(_ golden: Golden) {
        let link = MailtoLink(to: golden.to, copies: golden.cc, subject: golden.subject, body: golden.body)
        #expect(link.text == golden.link)
    }

    @Test(arguments: letters)
    func `each program takes what the handbook says it takes`(_ golden: Golden) {
        let link = MailtoLink(to: golden.to, copies: golden.cc, subject: golden.subject, body: golden.body)
        #expect(MailProgram.allCases.filter(link.fits).map(\.rawValue).sorted() == golden.whole)
    }
}
