import HTTPTypes
import Hummingbird

/// Leaves the body off every answer to HEAD, also where no route is: a body that the client does not expect would be read as its next answer.
struct HeadAnswers: RouterMiddleware {
    func handle(_ request: Request, context: Visitor, next: (Request, Visitor) async throws -> Response) async throws -> Response {
        let response = try await next(request, context)
        return request.method == .head ? response.createHeadResponse() : response
    }
}
