package import HTTPTypes

/// A finished page before it has a coding or a tag.
package struct RenderedPage: Sendable {
    package var body: [UInt8]
    package var contentType: String
    /// The language of the whole page, for `Content-Language`.
    package var language: String?
    /// Further fields of the answer, such as `Link`.
    package var headers: HTTPFields

    package init(_ text: String, contentType: String = "text/html; charset=utf-8", language: String? = nil, headers: HTTPFields = [:]) {
        self.body = Array(text.utf8)
        self.contentType = contentType
        self.language = language
        self.headers = headers
    }

    package init(bytes: [UInt8], contentType: String, language: String? = nil, headers: HTTPFields = [:]) {
        self.body = bytes
        self.contentType = contentType
        self.language = language
        self.headers = headers
    }
}
