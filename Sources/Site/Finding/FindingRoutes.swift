import Campaign
import Documents
import Hummingbird
import Storage

/// The front door, and the box that finds an action by any printed form of its number or index code.
struct FindingRoutes: Sendable {
    let site: SiteParts

    func add(to router: Router<Visitor>) {
        router.get("/", use: home)
        router.get("go", use: go)
    }

    /// The language is the browser's choice, so what is answered depends on it.
    @Sendable func home(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor, accepting: request.headers[.acceptLanguage])
        var response = Response.redirect(to: Links.home(reader.language), type: .found)
        response.headers[.vary] = "Accept-Language"
        response.headers[.cacheControl] = Caching.revalidated.directive
        return response
    }

    @Sendable func go(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let asked = request.query, query = asked["q"].map { String($0.prefix(200)) } ?? ""
        let reader = try site.reader(visitor, preferring: [asked["language"]], accepting: request.headers[.acceptLanguage])
        guard let found = try await place(of: query), let view = try await view(of: found.reference, for: reader) else {
            throw NotFound(query: query)
        }
        let ordinal = found.ordinal.flatMap { view.action.output($0) == nil ? nil : $0 }
        return .redirect(to: Links.action(found.reference, reader.language, ordinal: ordinal), type: .found)
    }

    /// nil when the section does not show it: what was asked for is then repeated as it was typed.
    private func view(of reference: Reference, for reader: Reader) async throws -> ActionView? {
        do {
            return try await site.view(of: reference, for: reader)
        } catch ActionRefusal.unknownReference {
            return nil
        } catch is NotPublishedHere {
            return nil
        }
    }

    private func place(of query: String) async throws -> PrintedReference? {
        if let code = try? IndexCode(query) {
            return try await site.database.read { db in try db.reference(bearing: code) }.map { PrintedReference(reference: $0, ordinal: nil) }
        }
        return PrintedReference.asked(for: query)
    }
}

/// Nothing here has that number.
struct NotFound: Error {
    let query: String
}
