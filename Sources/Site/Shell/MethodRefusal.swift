import HTTPTypes
import Hummingbird

/// Answers a method that a known path does not offer: 405, with the methods that it does (RFC 9110, 15.5.6).
struct MethodRefusal: HTTPResponder {
    let allowed: [HTTPRequest.Method]
    /// Throws when there is no such page at all, which then is the answer.
    let expecting: @Sendable (Visitor) async throws -> Void

    func respond(to request: Request, context: Visitor) async throws -> Response {
        try await expecting(context)
        let list = allowed.map(\.rawValue).sorted().joined(separator: ", ")
        throw HTTPError(.methodNotAllowed, headers: [.allow: list])
    }
}

extension Router<Visitor> {
    private static var known: [HTTPRequest.Method] {
        [.get, .head, .post, .put, .patch, .delete, .options, .trace] + ["QUERY"].compactMap(HTTPRequest.Method.init(rawValue:))
    }

    /// Gives every path a refusal for each method that it lacks. The router itself would say 404. To be called once, after the last route.
    ///
    /// - Parameter expecting: throws for an address of a known shape under which nothing is.
    func refuseOtherMethods(expecting: @escaping @Sendable (Visitor) async throws -> Void) {
        for routes in Dictionary(grouping: routes, by: \.path.description).values {
            var offered = Set(routes.map(\.method))
            if offered.contains(.get) { offered.insert(.head) }
            let refusal = MethodRefusal(allowed: Array(offered), expecting: expecting)
            for method in Self.known where !offered.contains(method) {
                on(routes[0].path, method: method, responder: refusal)
            }
        }
    }
}
