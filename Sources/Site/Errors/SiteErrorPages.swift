import Campaign
import Documents
import HTTPTypes
import Hummingbird
import Storage

/// Refusals and faults as pages in the reader's language.
struct SiteErrorPages: ErrorPages {
    let site: SiteParts

    func status(of error: any Error) -> HTTPResponse.Status? {
        switch error {
        case let refusal as ProgramRefusal: refusal.status
        case let refusal as any Refusal: refusal.kind.status
        case is NotPublishedHere, is PublishedElsewhere, is NotFound: .notFound
        case is FormProblems: .unprocessableContent
        case let failure as StorageFailure where failure.mayPass: .serviceUnavailable
        default: nil
        }
    }

    func page(for failure: Failure, request: Request, visitor: Visitor) async throws -> Response {
        let reader = try reader(of: visitor, request)
        var response = try answer(failure, request, reader)
        for field in (failure.error as? ProgramRefusal)?.headers ?? [:] { response.headers[field.name] = field.value }
        if failure.status == .serviceUnavailable { response.headers[.retryAfter] = String(Shedding.retrySeconds) }
        return response
    }

    private func answer(_ failure: Failure, _ request: Request, _ reader: Reader) throws -> Response {
        if ProgramLinks.has(request.uri.path) {
            return ProgramProblem.answer(failure, origin: site.origins.origin(of: reader.section), for: reader)
        }
        if request.wantsJSON {
            let title = reader.text("error.\(ErrorPage.wordedCode(failure.status))_title")
            return .problem(failure, title: title, detail: ErrorPage.detail(failure, for: reader))
        }
        if case .unknownCode(let typed) = failure.error as? GroupRefusal {
            let page = FindGroupPage(typed, isUnknown: true, layout: site.layout(.findGroup(reader), for: reader), for: reader)
            return .html(try site.views.render(page), status: failure.status, language: reader.language.rawValue)
        }
        let page = ErrorPage(failure, request, layout: layout(failure, reader, request), for: reader)
        return .html(try site.views.render(page), status: failure.status, language: reader.language.rawValue)
    }

    /// The language of the address, even where the address leads nowhere; else that of the page a form stood on, else what the browser asks for.
    private func reader(of visitor: Visitor, _ request: Request) throws -> Reader {
        let first = request.uri.path.split(separator: "/").first.map { String($0) }
        let named = [first, request.query["language"]]
        return try site.reader(visitor, preferring: named, accepting: request.headers[.acceptLanguage])
    }

    private func layout(_ failure: Failure, _ reader: Reader, _ request: Request) -> Layout {
        let title = reader.text("error.\(ErrorPage.wordedCode(failure.status))_title")
        return site.layout(Place(path: Links.home, title: title, isPrivate: true), for: reader)
    }
}

extension StorageFailure {
    /// Whether the same request may be answered later: the fault is the database's, not that of what was written.
    fileprivate var mayPass: Bool {
        switch self {
        case .busy, .diskFull, .readOnly, .unreachable: true
        case .unique, .foreignKey, .check, .notNull, .other: false
        }
    }
}

extension RefusalKind {
    var status: HTTPResponse.Status {
        switch self {
        case .conflict: .conflict
        case .missing: .notFound
        case .withdrawn: .gone
        case .forbidden: .forbidden
        case .invalid: .unprocessableContent
        case .overloaded: .serviceUnavailable
        case .unavailable: .notImplemented
        }
    }
}

extension Request {
    /// Whether a program asks, and not a browser.
    var wantsJSON: Bool {
        let type = headers[.contentType] ?? "", accept = headers[.accept] ?? ""
        return type.hasPrefix("application/json") || (accept.contains("json") && !accept.contains("text/html"))
    }
}
