import Campaign
import Documents
import HTTPTypes
import Hummingbird

extension ErrorPage {
    init(_ failure: Failure, _ request: Request, layout: Layout, for reader: Reader) {
        let code = Self.wordedCode(failure.status), words = Self.words(code, failure.error)
        let query = (failure.error as? NotFound)?.query ?? Self.number(failure.error)
        let isReport = request.method == .post && request.uri.path.hasSuffix("/reports")
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            code: String(failure.status.code),
            title: reader.text("error.\(words)_title"),
            happened: Self.happened(words, failure.error, query, reader),
            next: reader.text("error.\(words)_next"),
            hasGoBox: code == 404,
            query: query,
            links: Self.links(code, failure.error, reader),
            safe: isReport && code >= 500 ? reader.text("error.safe_report") : nil,
            requestId: code == 500 ? failure.requestID : nil
        )
    }

    /// What happened, in a sentence, for a program.
    static func detail(_ failure: Failure, for reader: Reader) -> String {
        let words = words(wordedCode(failure.status), failure.error)
        return happened(words, failure.error, (failure.error as? NotFound)?.query ?? number(failure.error), reader)
    }

    private static func words(_ code: Int, _ error: (any Error)?) -> String {
        error is LettersClosed ? "\(code)_letters" : error is PublishedElsewhere ? "\(code)_elsewhere" : "\(code)"
    }

    static let wordedCodes = [400, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 501, 503]

    /// The status whose words are used; those without words of their own take the nearest.
    static func wordedCode(_ status: HTTPResponse.Status) -> Int {
        wordedCodes.contains(status.code) ? status.code : status.code < 500 ? 400 : 500
    }

    private static func number(_ error: (any Error)?) -> String? {
        guard case .unknownReference(let text) = error as? ActionRefusal else { return nil }
        return text
    }

    private static func happened(_ words: String, _ error: (any Error)?, _ query: String?, _ reader: Reader) -> String {
        if let query, !query.isEmpty { return reader.text("error.404_reference", ["query": query]) }
        if case .closed(let since) = error as? ReportRefusal {
            return since.map { reader.text("error.409_happened", ["date": reader.days.long($0)]) } ?? reader.text("error.409_no_reports")
        }
        return reader.text("error.\(words)_happened")
    }

    private static func links(_ code: Int, _ error: (any Error)?, _ reader: Reader) -> [Layout.Link] {
        if let elsewhere = error as? PublishedElsewhere {
            let link = Layout.Link(label: reader.text("error.go_elsewhere", ["section": elsewhere.sectionName]), path: elsewhere.address)
            return [link, Layout.Link(label: reader.text("error.go_list"), path: Links.home(reader.language))]
        }
        let action = (error as? LettersClosed).map {
            Layout.Link(label: reader.text("error.go_back"), path: Links.action($0.reference, reader.language))
        }
        let list = Layout.Link(label: reader.text("error.go_list"), path: Links.home(reader.language))
        let contact = Layout.Link(label: reader.text("error.go_contact"), path: Links.guide(.contact, reader.language))
        return [action].compactMap { $0 } + ([409, 500, 503].contains(code) ? [list, contact] : [list])
    }
}

extension Response {
    /// An error for a program: problem details (RFC 9457 section 3).
    static func problem(_ failure: Failure, title: String, detail: String) -> Response {
        let members = ["type": "about:blank", "title": title, "detail": detail, "instance": "urn:request:\(failure.requestID)"]
        return .json(members, ["status": failure.status.code], status: failure.status, type: "application/problem+json")
    }
}
