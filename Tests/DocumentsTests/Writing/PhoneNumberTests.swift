import Documents
import Testing

@Suite struct PhoneNumberTests {
    @Test(arguments: [
        ("+216 00 000 901", "tel:+21600000901"), ("00216 71 000 901", "tel:+21671000901"), ("+44 (0)20 7946 0018", "tel:+442079460018"),
        ("+1-202-833-9860", "tel:+12028339860"),
    ])
    func `a number with its country code dials`(_ printed: String, _ link: String) {
        #expect(PhoneNumber(printed)?.link == link)
    }

    @Test(arguments: [
        "031 351 85 70", "202 833 9860 I Fax: 202 659 8124", "+254 20 222 7411 / 7412", "+254 20 222 7411 ext. 9", "+12", "+1234567890123456", "",
        "+abc",
    ])
    func `a number that could reach somebody else does not`(_ printed: String) {
        #expect(PhoneNumber(printed) == nil)
    }
}
