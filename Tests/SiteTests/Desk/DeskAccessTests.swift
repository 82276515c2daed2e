import Campaign
import Documents
import Hummingbird
import TestSupport
import Testing

@testable import Site

/// Every route of the desk, read from the router itself, so that none can be forgotten.
@Suite struct DeskAccessTests {
    /// What each route takes. A route that is not here fails the first test.
    private static let deeds: [String: Deed] = [
        "GET /desk": .look, "GET /desk/actions": .look, "GET /desk/actions/{reference}": .look,
        "POST /desk/actions/{reference}/publication": .release, "POST /desk/actions/{reference}/outcome": .release,
        "GET /desk/actions/{reference}/outcome": .release,
        "POST /desk/actions/{reference}/withdrawal": .withdraw,
        "GET /desk/actions/{reference}/follow-ups/{kind}": .write, "POST /desk/actions/{reference}/follow-ups/{kind}": .write,
        "GET /desk/actions/{reference}/extension": .release, "POST /desk/actions/{reference}/extension": .release,
        "GET /desk/actions/{reference}/renaming": .withdraw, "POST /desk/actions/{reference}/renaming": .withdraw,
        "POST /desk/actions/{reference}/renaming/places": .withdraw,
        "POST /desk/actions/{reference}/audience": .release, "GET /desk/actions/{reference}/withdrawal": .withdraw,
        "GET /desk/actions/{reference}/end": .release, "POST /desk/actions/{reference}/end": .release,
        "GET /desk/me/passkeys": .look, "POST /desk/me/passkeys": .look, "POST /desk/me/passkeys/challenge": .look,
        "POST /desk/me/passkeys/end": .look,
        "POST /desk/code/passkey": .look, "POST /desk/code/passkey/challenge": .look,
        "GET /desk/section": .arrange, "POST /desk/section": .administer, "GET /desk/section/{code}": .arrange, "POST /desk/section/{code}": .arrange,
        "GET /desk/section/{code}/words/{tag}": .arrange, "POST /desk/section/{code}/words/{tag}": .arrange,
        "GET /desk/section/{code}/look": .arrange, "POST /desk/section/{code}/look": .arrange, "POST /desk/section/{code}/logo": .arrange,
        "POST /desk/section/{code}/logo-removal": .arrange, "GET /desk/section/{code}/postage": .arrange,
        "POST /desk/section/{code}/postage": .arrange, "POST /desk/section/{code}/postage/removal": .arrange,
        "GET /desk/alerts": .look, "GET /desk/alerts/{id}": .look, "POST /desk/alerts/{id}/approval": .send,
        "POST /desk/alerts/{id}/test": .send, "POST /desk/alerts/{id}/stop": .send,
        "GET /desk/actions/new": .write, "POST /desk/actions/new": .write,
        "GET /desk/actions/{reference}/outputs/{ordinal}": .write, "POST /desk/actions/{reference}/outputs/{ordinal}/addressees": .write,
        "GET /desk/actions/{reference}/outputs/{ordinal}/parts/{part}": .write,
        "POST /desk/actions/{reference}/outputs/{ordinal}/parts/{part}": .write, "POST /desk/actions/{reference}/outputs/{ordinal}/hold": .write,
        "POST /desk/actions/{reference}/outputs/{ordinal}/review": .write, "POST /desk/actions/{reference}/outputs/{ordinal}/cancellation": .write,
        "POST /desk/actions/{reference}/outputs/{ordinal}/approval": .release, "POST /desk/actions/{reference}/outputs/{ordinal}/moment": .release,
        "POST /desk/actions/{reference}/outputs/{ordinal}/publication": .release,
        "GET /desk/actions/{reference}/outputs/{ordinal}/history": .write,
        "GET /desk/actions/{reference}/outputs/{ordinal}/history/{revision}": .write,
        "POST /desk/actions/{reference}/outputs/{ordinal}/history/{revision}": .write,
        "GET /desk/actions/{reference}/outputs/{ordinal}/preview": .write, "GET /desk/actions/{reference}/outputs/{ordinal}/preview/page": .write,
        "GET /desk/actions/{reference}/outputs/{ordinal}/preview/{file}": .write,
        "GET /desk/counting": .look, "POST /desk/counting": .count, "POST /desk/counting/table": .count, "POST /desk/counting/correction": .count,
        "GET /desk/tallies": .look, "POST /desk/tallies": .count, "GET /desk/tallies/{code}": .look, "POST /desk/tallies/{code}/paper": .count,
        "GET /desk/statistics": .look, "GET /desk/statistics/{report}": .look,
        "GET /desk/replies": .look, "GET /desk/replies/{id}": .look, "GET /desk/replies/{id}/pages/{page}": .look,
        "POST /desk/replies/{id}": .write, "POST /desk/replies/{id}/pages/{page}": .write, "POST /desk/replies/{id}/pages/{page}/removal": .write,
        "POST /desk/replies/{id}/publication": .release, "POST /desk/replies/{id}/keeping": .write, "POST /desk/replies/{id}/refusal": .write,
        "POST /desk/replies/{id}/review": .write, "POST /desk/replies/{id}/erasure": .withdraw,
        "GET /desk/actions/{reference}/replies": .write, "POST /desk/actions/{reference}/replies": .write,
        "GET /desk/imports": .write, "GET /desk/imports/progress": .write, "POST /desk/imports/pasted": .write, "POST /desk/imports/uploaded": .write,
        "GET /desk/imports/{id}": .write, "GET /desk/imports/{id}/original": .write, "POST /desk/imports/{id}": .write,
        "POST /desk/imports/{id}/acceptance": .write, "POST /desk/imports/{id}/refusal": .write,
        "GET /desk/actions/{reference}/outputs/{ordinal}/translation/{language}": .write,
        "POST /desk/actions/{reference}/outputs/{ordinal}/translation/{language}": .write,
        "POST /desk/actions/{reference}/outputs/{ordinal}/translation/{language}/check": .release,
        "GET /desk/actions/{reference}/outputs/{ordinal}/translation/{language}/xliff": .write,
        "POST /desk/actions/{reference}/outputs/{ordinal}/translation/{language}/xliff": .write,
        "GET /desk/officials": .look, "GET /desk/missions": .look, "POST /desk/officials": .keepRegister, "POST /desk/missions": .keepRegister,
        "GET /desk/officials/{key}": .look, "POST /desk/officials/{key}": .keepRegister, "POST /desk/officials/{key}/contacts": .keepRegister,
        "POST /desk/officials/{key}/check": .keepRegister, "POST /desk/officials/{key}/holder": .keepRegister,
        "POST /desk/office-tasks": .release, "GET /desk/register/table.csv": .keepRegister, "POST /desk/register/table": .keepRegister,
        "GET /desk/suppressions": .keepOut, "POST /desk/suppressions": .keepOut, "POST /desk/suppressions/clear": .keepOut,
        "POST /desk/suppressions/reveal": .keepOut,
        "GET /desk/collections": .look, "POST /desk/collections": .adopt, "GET /desk/collections/{slug}": .look,
        "POST /desk/collections/{slug}": .adopt,
        "GET /desk/editions": .look, "POST /desk/editions/waiting": .adopt, "GET /desk/editions/{reference}/{ordinal}": .look,
        "POST /desk/editions/{reference}/{ordinal}/adoption": .adopt, "POST /desk/editions/{reference}/{ordinal}/adaptation": .adopt,
        "POST /desk/editions/{reference}/{ordinal}/refusal": .adopt, "POST /desk/editions/{reference}/{ordinal}/changes": .adopt,
        "GET /desk/programs": .administer, "POST /desk/programs": .administer, "POST /desk/programs/revocation": .administer,
        "GET /desk/webhooks": .administer, "POST /desk/webhooks": .administer, "POST /desk/webhooks/replay": .administer,
        "POST /desk/webhooks/end": .administer,
        "GET /desk/servers": .administer, "POST /desk/servers": .administer, "POST /desk/servers/acceptance": .administer,
        "POST /desk/servers/end": .administer, "POST /desk/servers/tally": .administer,
        "GET /desk/jobs": .operate, "POST /desk/jobs/retry": .operate, "POST /desk/jobs/drop": .operate,
        "GET /desk/status": .operate,
        "GET /desk/staff": .administer, "POST /desk/staff": .administer, "POST /desk/staff/invitation": .administer,
        "POST /desk/staff/end": .administer, "POST /desk/staff/role-removal": .administer, "GET /desk/log": .administer,
        "GET /desk/me": .look, "POST /desk/me/end": .look, "POST /desk/me/end-others": .look,
        "POST /desk/me/address": .look, "GET /desk/me/password": .look, "POST /desk/me/password": .look, "GET /desk/code": .look,
        "POST /desk/code": .look, "POST /desk/sign-out": .look,
    ]
    /// The door itself.
    private static let open: Set<String> = [
        "GET /desk/sign-in", "POST /desk/sign-in", "GET /desk/enter/{token}", "GET /desk/enter/{token}/code.svg", "POST /desk/enter/{token}",
        "POST /desk/sign-in/passkey", "POST /desk/sign-in/demo", "POST /desk/sign-in/passkey/challenge",
    ]

    private static let carried = "POST /desk/actions/{reference}/outputs/{ordinal}/parts/{part}"

    @Test func `every route of the desk is in the list of who may what`() async throws {
        let routes = try await withSite { pages in
            let desk = try DeskOperations(database: pages.store.database, world: pages.store.world, keyring: .still())
            let router = try SiteServices.router(pages.site, RecordReport(database: pages.store.database, world: pages.store.world), nil, desk)
            return router.routes.filter { $0.path.description.hasPrefix("/desk") && $0.method != .head }.map { "\($0.method) \($0.path)" }
        }
        #expect(Set(routes) == Set(Self.deeds.keys).union(Self.open))
    }

    @Test func `without a session every route leads to the door, and changes nothing`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            for route in Self.deeds.keys.sorted() {
                let answer = try await amparo.ask(route)
                // what was typed into a case is carried through the door, so that this one is not led to it
                guard route != Self.carried else {
                    #expect(answer.status == 403 && answer.forms.contains("/desk/sign-in"))
                    continue
                }
                #expect(answer.status == 303, "\(route)")
                #expect(answer["location"]?.hasPrefix("/desk/sign-in") == true, "\(route)")
            }
        }
    }

    /// Signing out would end the test's session, a wrong code is refused to everybody, and withdrawing is tried elsewhere.
    private static let apart: Set<String> = [
        "POST /desk/sign-out", "POST /desk/code", "POST /desk/code/passkey", "POST /desk/actions/{reference}/withdrawal",
    ]

    @Test func `every route is refused to roles it is not for, and to no other`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            for role in Role.allCases {
                let member = try await amparo.store.staff(role.rawValue, role)
                for (route, deed) in Self.deeds.sorted(by: { $0.key < $1.key }) where !Self.apart.contains(route) {
                    let answer = try await amparo.ask(route, as: member)
                    #expect((answer.status == 403) == !role.deeds.contains(deed), "\(role) \(route): \(answer.status)")
                }
            }
        }
    }

    @Test func `another section's desk is closed to staff of this one`() async throws {
        try await withAmparo { amparo in
            let member = try await amparo.store.staff("lea", .admin, in: .swiss)
            #expect(try await amparo.get("/desk", ["cookie": member.cookie]).status == 403)
            #expect(try await amparo.get("/desk", host: "ch.localhost", ["cookie": member.cookie]).status == 200)
            #expect(try await amparo.get("/desk/staff", host: "ch.localhost", ["cookie": member.cookie]).status == 403)
        }
    }
}

extension StaffAtWork {
    var cookie: String { "amparo-desk=\(session.token)" }
}

extension RunningAmparo {
    /// - Parameter route: "POST /desk/actions/{reference}/outcome".
    fileprivate func ask(_ route: String, as member: StaffAtWork? = nil) async throws -> HTTPAnswer {
        let parts = route.split(separator: " ").map(String.init)
        let values = [
            "reference": "77-21", "id": "nothing", "kind": "update", "code": "int", "tag": "en", "ordinal": "1", "part": "facts", "revision": "1",
            "file": "sheet.txt", "language": "sw", "page": "1", "report": "year", "key": "nobody", "slug": "none-such",
        ]
        let path = values.reduce(parts[1]) { path, value in path.replacing("{\(value.key)}", with: value.value) }
        let headers = member.map { ["cookie": $0.cookie] } ?? [:]
        return parts[0] == "GET" ? try await get(path, headers) : try await post(path, [("job", "none"), ("login", "none"), ("code", "0")], headers)
    }
}
