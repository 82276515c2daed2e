import Testing

@testable import Campaign

@Suite struct NormalPlaceTests {
    @Test(
        arguments: [
            ("+41 31 351 85 70", Channel.phone, "+41313518570"), ("0041 (31) 351-85-70", .fax, "+41313518570"), ("202 833 9860", .phone, nil),
            ("031 351 85 70", .phone, nil), ("+41 31 351 85 70 ext. 5", .phone, nil), ("+1234567890123456", .phone, nil),
            ("+0123456789", .phone, nil),
            ("Minister@Example.ORG", .email, "minister@example.org"), ("a@example.org; b@example.org", .email, nil),
            ("[email protected]", .email, nil),
            ("@MinJusPeru", .x, "minjusperu"), ("https://x.com/MinJusPeru?s=20", .x, "minjusperu"),
            ("https://www.facebook.com/ministry/", .facebook, "ministry"), ("@name@Example.org", .mastodon, "name@example.org"),
            ("https://Example.org/Contact/", .contactForm, "example.org/Contact"), ("javascript:alert(1)", .contactForm, nil),
            ("Jr. Lampa 545,\nCercado de Lima", .post, "jr lampa 545 cercado de lima"),
            ("Jr Lampa 545 Cercado de Lima", .post, "jr lampa 545 cercado de lima"),
        ] as [(String, Channel, String?)])
    func `the same place is the same however it is printed, and what is not certain is none`(_ place: String, _ channel: Channel, _ normal: String?) {
        #expect(NormalPlace.of(place, channel) == normal)
    }
}
