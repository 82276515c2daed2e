package import HTTPTypes
package import Hummingbird
import NIOCore

/// What went wrong with a request, as far as the visitor may know.
package struct Failure: Sendable {
    package let status: HTTPResponse.Status
    /// The error that explains it, unless the fault is ours: the text of a fault is never shown.
    package let error: (any Error)?
    /// By this the visitor and the log speak of the same request.
    package let requestID: String
}

/// Says "no" and "sorry" in the reader's language.
package protocol ErrorPages: Sendable {
    /// The status that an error of the domain deserves; nil for everything that is a fault of ours.
    func status(of error: any Error) -> HTTPResponse.Status?

    /// The page for a failure. Its status is set by the caller.
    func page(for failure: Failure, request: Request, visitor: Visitor) async throws -> Response
}

/// Bare words, for tests and for the moment when even the error page fails.
package struct PlainErrorPages: ErrorPages {
    package init() {}

    package func status(of error: any Error) -> HTTPResponse.Status? { nil }

    package func page(for failure: Failure, request: Request, visitor: Visitor) -> Response {
        let words = "\(failure.status.code) \(failure.status.reasonPhrase)"
        return .text(failure.error == nil ? "\(words) (\(failure.requestID))\n" : "\(words)\n", status: failure.status)
    }
}
