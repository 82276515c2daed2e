import HTTPTypes
import Hummingbird

/// Keeps what the site answered with a page of everybody's ready at the door, with all the fields that it put on the answer.
struct DoorKeeping: RouterMiddleware {
    let ready: ReadyAnswers

    func handle(_ request: Request, context: Visitor, next: (Request, Visitor) async throws -> Response) async throws -> Response {
        guard request.method == .get else { return try await next(request, context) }
        var visitor = context
        let slip = Slip(ready.moment(at: ready.now()))
        visitor.slip = slip
        let response = try await next(request, visitor)
        keep(slip, response, for: request, visitor)
        return response
    }

    /// Only at its one address: whoever makes up others gains no room here. An answer that sets a cookie is somebody's own.
    private func keep(_ slip: Slip, _ response: Response, for request: Request, _ visitor: Visitor) {
        let target = request.uri.string, host = ready.host(named: visitor.host)
        guard let note = slip.note, note.address == target, response.status == .ok || response.status == .notModified,
            !response.headers.contains(.setCookie)
        else { return ready.drop(host: host, target: target) }
        let answer = ReadyAnswer(note.page, response.headers, route: visitor.endpointPath ?? "unknown", at: slip.moment)
        ready.keep(answer, host: host, target: target)
    }
}
