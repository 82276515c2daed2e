import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct FrontDoorTests {
    @Test func `the door opens in the language that the browser likes best`() async throws {
        try await withAmparo { amparo in
            for (wish, host, place) in [
                ("de-CH,de;q=0.9,en;q=0.8", "localhost", "/de/"), ("pt-BR, fr;q=0.5", "localhost", "/fr/"), ("ja", "localhost", "/en/"),
                ("", "localhost", "/en/"),
                ("es;q=0", "localhost", "/en/"), ("es", "us.localhost", "/es/"), ("fr", "us.localhost", "/en/"), ("es", "ch.localhost", "/de/"),
                ("\u{0}garbage;q=x,,", "localhost", "/en/"), ("de", "unknown.example", "/de/"),
            ] {
                let answer = try await amparo.get("/", host: host, ["accept-language": wish.filter { $0 != "\u{0}" }])
                #expect(answer.status == 302)
                #expect(answer["location"] == place)
                #expect(answer["vary"]?.contains("Accept-Language") == true)
                #expect(answer["cache-control"] == "no-cache")
            }
        }
    }
}
