package import HTTPTypes
package import Hummingbird

/// Why a body is no form. The reason names what is wrong, never what was sent.
package enum FormRefusal: Error, Equatable {
    case malformed(_ reason: String)
    case tooLarge
    case unknownType
}

extension FormRefusal: HTTPResponseError {
    package var status: HTTPResponse.Status {
        switch self {
        case .malformed: .badRequest
        case .tooLarge: .contentTooLarge
        case .unknownType: .unsupportedMediaType
        }
    }

    package func response(from request: Request, context: some RequestContext) -> Response {
        Response(status: status)
    }
}
