import Campaign
import Documents
import Storage
import TestSupport
import Testing

@testable import Site

@Suite struct PostagePagesTests {
    private let path = "/desk/section/ch/postage", host = "ch.localhost"

    @Test(arguments: Engine.available)
    func `Lea enters a rate at the desk, and the composer tells it`(on engine: Engine) async throws {
        try await withAmparo(engine) { amparo in
            let lea = try await amparo.store.staff("lea", .admin, in: .swiss), cookie = ["cookie": lea.cookie]
            #expect(try await amparo.get(path, host: host, cookie).status == 200)
            let wrong = [
                ("kind", "rate"), ("zone", "moon"), ("destinations", "KE"), ("valid_from", "soon"), ("price", "2,50"), ("source", "The post"),
            ]
            let refused = try await amparo.post(path, wrong, host: host, cookie)
            #expect(refused.status == 422 && refused.text.contains("value=\"moon\"") && refused.text.contains("value=\"2,50\""))
            let right = [
                ("kind", "rate"), ("zone", "moon"), ("destinations", "KE"), ("valid_from", "2021-11-01"), ("currency", "CHF"), ("price", "9.95"),
                ("grams", "20"), ("days_min", "5"), ("days_max", "9"), ("source", "The post office"), ("checked_on", "2021-11-01"),
                ("trust", "verified"),
            ]
            #expect(try await amparo.post(path, right, host: host, cookie).status == 303)
            func rate() async throws -> PostalRate? {
                let kenya = Country("KE"), day = Day("2021-11-30")
                let section = try await amparo.store.database.read { db in try db.sections() }.first { $0.code == .swiss }
                guard let kenya, let day else { return nil }
                return section?.postal.rate(to: kenya, on: day)
            }
            let found = try await rate()
            #expect(found?.price?.amount == "9.95" && found?.transit == 5...9 && found?.isVerified == true)
            let page = try await amparo.get(path, host: host, cookie)
            #expect(page.words.contains("The post office"))
            #expect(try await amparo.post("\(path)/removal", [("zone", "moon"), ("valid_from", "2021-11-01")], host: host, cookie).status == 303)
            #expect(try await rate()?.zone != "moon")
            let closed = [
                ("kind", "route"), ("destinations", "KE NP"), ("status", "suspended"), ("valid_from", "2021-11-01"), ("source", "The post"),
            ]
            #expect(try await amparo.post(path, closed, host: host, cookie).status == 303)
            #expect(try await amparo.get(path, host: host, cookie).words.contains("Nepal"))
            #expect(try await amparo.post("/desk/section/us/postage", right, host: host, cookie).status == 404)
            let names = try await amparo.store.database.read { db in try db.events(before: nil, limit: 20).map(\.event.name) }
            #expect(names.contains("postage.changed") && names.contains("postage.removed"))
        }
    }
}
