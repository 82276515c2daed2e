import Campaign
import Documents
import Outgoing
import TestSupport
import Testing

@testable import Site

/// The desk's page for other servers, and what other servers ask for.
@Suite(.timeLimit(.minutes(5))) struct ServerDeskTests {
    private static let keys = ServerKeys(seed: [UInt8](repeating: 9, count: 32), at: Instant(milliseconds: 0))

    private func withServers(_ body: (RunningAmparo, Neighbour, [String: String]) async throws -> Void) async throws {
        let line = Neighbourhood(), keys = Self.keys
        let federation = Federation(
            keys: { keys }, line: line, origin: { $0.code == .international ? "https://int.example.org" : "https://\($0.host)" })
        try await withStore(.sqlite) { store in
            let other = try await Neighbour(store, "ch.example.org", number: 2, in: line)
            try await withAmparo(federation: federation) { amparo in
                let ada = try await amparo.store.staff("ada", .admin)
                try await body(amparo, other, ["cookie": ada.cookie])
            }
        }
    }

    @Test func `Ada adds a server, compares its key by telephone, accepts it, and lets it go`() async throws {
        try await withServers { amparo, other, cookie in
            #expect(try await amparo.get("/desk/servers", cookie).words.contains("Our address: https://int.example.org"))
            #expect(try await amparo.post("/desk/servers", [("address", "http://ch.example.org")], cookie).status == 422)
            #expect(try await amparo.post("/desk/servers", [("address", other.address)], cookie).status == 303)
            let page = try await amparo.get("/desk/servers", cookie), fingerprint = other.keys.keys.current.fingerprint
            #expect(page.words.contains("Compare the key of https://ch.example.org") && page.words.contains("By the network came: \(fingerprint)"))
            let wrong = [("server", other.address), ("fingerprint", String(repeating: "0", count: 32)), ("role", "follow")]
            let refused = try await amparo.post("/desk/servers/acceptance", wrong, cookie)
            #expect(refused.status == 422 && refused.words.contains("That is not the key that came by the network"))
            let right = [("server", other.address), ("fingerprint", fingerprint.uppercased()), ("role", "both")]
            #expect(try await amparo.post("/desk/servers/acceptance", right, cookie).status == 303)
            let accepted = try await amparo.get("/desk/servers", cookie).words
            #expect(accepted.contains("each follows the other") && !accepted.contains("Compare the key"))
            #expect(try await amparo.post("/desk/servers/end", [("server", other.address)], cookie).status == 303)
            #expect(try await amparo.get("/desk/servers", cookie).words.contains("withdrawals do not come any more"))
            #expect(try await amparo.post("/desk/servers/end", [("server", other.address)], cookie).status == 404)
        }
    }

    @Test func `whoever asks is told who the server is, and nobody who did not sign is told more`() async throws {
        try await withServers { amparo, _, _ in
            let card = try await amparo.get("/.well-known/amparo.json")
            #expect(card.status == 200 && ServerCard(json: card.body, of: "https://int.example.org")?.keys == Self.keys.keys)
            let feed = try await amparo.get("/federation/outputs?after=0")
            #expect(feed.status == 401 && feed["signature"] == nil && feed.text == #"{"problem":"no signature that covers the request"}"#)
            #expect(try await amparo.post(json: "{}", to: "/federation/tallies").status == 401)
            #expect(try await amparo.post(json: "{}", to: "/federation/ping").status == 401)
            let long = String(repeating: "a", count: AnswerPartner.bytes + 1)
            #expect(try await amparo.post(json: long, to: "/federation/tallies").status == 413)
        }
    }
}
