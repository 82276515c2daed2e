package import HTTPTypes
package import Hummingbird
import NIOCore

extension Response {
    /// A page made for one visitor: not kept anywhere.
    package static func html(_ text: String, status: HTTPResponse.Status = .ok, language: String? = nil) -> Response {
        var response = typed(text, status, "text/html; charset=utf-8")
        response.headers[.contentLanguage] = language
        return response
    }

    /// Plain words, such as a letter to copy.
    package static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        typed(text, status, "text/plain; charset=utf-8")
    }

    private static func typed(_ text: String, _ status: HTTPResponse.Status, _ type: String) -> Response {
        Response(
            status: status,
            headers: [.contentType: type, .cacheControl: Caching.never.directive],
            body: .init(byteBuffer: ByteBuffer(string: text))
        )
    }
}
