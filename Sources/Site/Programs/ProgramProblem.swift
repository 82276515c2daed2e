import Campaign
import Documents
import HTTPTypes
import Hummingbird
import NIOCore

/// What may go wrong for a program, each with an address that says so (RFC 9457 section 3.1.1).
enum ProgramProblem: String, CaseIterable, Sendable {
    case badRequest = "bad-request"
    case noName = "no-name"
    case noKey = "no-key"
    case notAllowed = "not-allowed"
    case notFound = "not-found"
    case wrongMethod = "wrong-method"
    case closed
    case underWay = "under-way"
    case withdrawn
    case tooLarge = "too-large"
    case unknownType = "unknown-type"
    case invalid
    case nameTaken = "name-taken"
    case tooMany = "too-many"
    case fault
    case unavailable
    case busy

    init(_ status: HTTPResponse.Status) {
        self =
            switch status.code {
            case 403: .notAllowed
            case 404: .notFound
            case 405: .wrongMethod
            case 409: .closed
            case 410: .withdrawn
            case 413: .tooLarge
            case 415: .unknownType
            case 422: .invalid
            case 429: .tooMany
            case 500: .fault
            case 501: .unavailable
            case 503: .busy
            default: .badRequest
            }
    }

    var status: Int {
        switch self {
        case .badRequest, .noName: 400
        case .noKey: 401
        case .notAllowed: 403
        case .notFound: 404
        case .wrongMethod: 405
        case .closed, .underWay: 409
        case .withdrawn: 410
        case .tooLarge: 413
        case .unknownType: 415
        case .invalid, .nameTaken: 422
        case .tooMany: 429
        case .fault: 500
        case .unavailable: 501
        case .busy: 503
        }
    }

    func title(_ reader: Reader) -> String {
        switch self {
        case .noName: reader.text("api.title_no_name")
        case .noKey: reader.text("api.title_no_key")
        case .notAllowed: reader.text("api.title_not_allowed")
        case .underWay: reader.text("api.title_under_way")
        case .nameTaken: reader.text("api.title_name_taken")
        default: reader.text("error.\(status)_title")
        }
    }
}

extension ProgramProblem {
    /// What is told of a failure; nothing of a fault but its number.
    static func answer(_ failure: Failure, origin: String, for reader: Reader) -> Response {
        let problem = (failure.error as? ProgramRefusal)?.problem ?? ProgramProblem(failure.status)
        let detail = (failure.error as? ProgramRefusal).map { reader.words.text($0.message) } ?? ErrorPage.detail(failure, for: reader)
        var members: [(name: String, value: JSON)] = [
            ("type", .words(origin + ProgramLinks.problem(problem))), ("title", .words(problem.title(reader))),
            ("status", .number(failure.status.code)), ("detail", .words(detail)), ("instance", .words("urn:request:\(failure.requestID)")),
        ]
        if let wrong = failure.error as? FormProblems {
            let errors = wrong.problems.map { field, message -> JSON in
                ["pointer": .words("#/\(field)"), "detail": .words(reader.words.text(message))]
            }
            members.append(("errors", .list(errors)))
        }
        return .json(.object(members), status: failure.status, type: "application/problem+json")
    }
}

/// A "no" to a program, in a sentence for whoever reads its log.
struct ProgramRefusal: Error {
    let problem: ProgramProblem
    let status: HTTPResponse.Status
    let message: Message
    var headers: HTTPFields = [:]

    /// An address asks for what cannot be read; `name` is the word before the equals sign.
    static func query(_ name: String) -> ProgramRefusal {
        ProgramRefusal(problem: .badRequest, status: .badRequest, message: Message("api.bad_query", ["name": name]))
    }

    /// An address asks for what could be and is not, as a country that nobody has.
    static func nothing(_ name: String) -> ProgramRefusal {
        ProgramRefusal(problem: .notFound, status: .notFound, message: Message("api.bad_query", ["name": name]))
    }
}

extension Response {
    /// An answer for one program, kept by nobody.
    static func json(_ value: JSON, status: HTTPResponse.Status = .ok, type: String = "application/json") -> Response {
        Response(
            status: status, headers: [.contentType: type, .cacheControl: Caching.never.directive],
            body: .init(byteBuffer: ByteBuffer(string: value.text)))
    }
}
