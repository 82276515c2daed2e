import HTTPTypes
import Hummingbird
import Logging
import NIOHTTP1
import Storage

/// Turns what a route throws into a page: refusals are explained, faults are logged by name and shown by number.
struct ErrorMapping: RouterMiddleware {
    let pages: any ErrorPages

    func handle(_ request: Request, context visitor: Visitor, next: (Request, Visitor) async throws -> Response) async throws -> Response {
        do {
            return try await next(request, visitor)
        } catch let error as HTTPParserError {
            throw error  // the server itself answers what is no HTTP, and closes
        } catch let wrapped as WithFields {
            if wrapped.error is HTTPParserError { throw wrapped.error }
            var response = await answer(wrapped.error, request, visitor)
            for field in wrapped.fields { response.headers[field.name] = field.value }
            return response
        } catch {
            return await answer(error, request, visitor)
        }
    }

    private func answer(_ error: any Error, _ request: Request, _ visitor: Visitor) async -> Response {
        let known = pages.status(of: error) ?? (error as? any HTTPResponseError)?.status
        if known == nil || error is StorageFailure { visitor.logger.error("fault", metadata: ["label": "\(FaultLabel(error))"]) }
        let failure = Failure(status: known ?? .internalServerError, error: known == nil ? nil : error, requestID: visitor.id)
        var response = await page(for: failure, request, visitor)
        response.status = failure.status
        if let error = error as? HTTPError {
            for field in error.headers { response.headers[field.name] = field.value }
        }
        return response
    }

    private func page(for failure: Failure, _ request: Request, _ visitor: Visitor) async -> Response {
        do {
            return try await pages.page(for: failure, request: request, visitor: visitor)
        } catch {
            visitor.logger.error("fault", metadata: ["label": "error page: \(FaultLabel(error))"])
            return PlainErrorPages().page(for: failure, request: request, visitor: visitor)
        }
    }
}
