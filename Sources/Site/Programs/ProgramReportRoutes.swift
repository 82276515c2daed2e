import Campaign
import Documents
import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// What programs may do with a key: tell what was sent, and read the e-mail addresses of officials.
struct ProgramReportRoutes: Sendable {
    let site: SiteParts
    let record: RecordReport
    let gate: ProgramGate
    let once: AnswerOnce

    init(site: SiteParts, record: RecordReport, gate: ProgramGate) {
        self.site = site
        self.record = record
        self.gate = gate
        once = AnswerOnce(database: site.database, world: site.world)
    }

    func add(to router: Router<Visitor>) {
        router.post("api/v1/actions/:reference/reports", use: create)
        router.get("api/v1/actions/:reference/addresses", use: addresses)
    }

    /// One path leads into the ledger for programs as for people; the ledger itself counts nothing twice under one name, also after the day for which
    /// the answer is kept.
    @Sendable private func create(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor, accepting: request.headers[.acceptLanguage]), reference = try visitor.reference()
        _ = try await site.view(of: reference, for: reader)
        return try await gate.admit(request, for: .reports, in: reader.section.code) { key in
            let name = try IdempotencyKey(request).text, body = try await ProgramBody.read(request, knowing: ["channel", "quantity", "output"])
            let told = try report(body, of: reference, named: name, by: key, for: reader)
            let answer = try await answerOnce(name, "\(reference.slug)\n\(body.text)", of: key.id) {
                try gate.count(told.quantity, by: key.id)
                let receipt = try await record(told)
                let view = try await site.view(of: reference, for: reader)
                return ProgramAnswer(status: 201, body: Self.receipt(receipt, told, view).text)
            }
            return Response(
                status: .init(code: answer.status),
                headers: [.contentType: "application/json", .cacheControl: Caching.never.directive],
                body: .init(byteBuffer: ByteBuffer(string: answer.body)))
        }
    }

    private func report(_ body: ProgramBody, of reference: Reference, named name: String, by key: ProgramKey, for reader: Reader) throws
        -> ReportRequest
    {
        let ordinal = body.number("output").flatMap { (1...999).contains($0) ? $0 : nil }
        var problems = FormProblems(), told: ReportRequest?
        do {
            told = try ReportRequest(
                reference: reference, ordinal: ordinal ?? 1, channel: body.words("channel"), quantity: body.number("quantity").map(String.init),
                token: Digest.sha256("program \(key.id) \(name)"), section: reader.section.code, source: .program)
        } catch {
            problems = error
        }
        if ordinal == nil { problems.add("output", Message("report.problem_output")) }
        guard let told, problems.isEmpty else { throw problems }
        return told
    }

    private func answerOnce(
        _ name: String, _ content: String, of key: ProgramKey.ID, _ work: () async throws -> ProgramAnswer
    ) async throws -> ProgramAnswer {
        do {
            return try await once(name, content: content, of: key, do: work)
        } catch AnswerOnce.Trouble.otherContent {
            throw ProgramRefusal(problem: .nameTaken, status: .unprocessableContent, message: Message("api.name_taken"))
        } catch AnswerOnce.Trouble.underWay {
            throw ProgramRefusal(problem: .underWay, status: .conflict, message: Message("api.under_way"), headers: [.retryAfter: "1"])
        }
    }

    private static func receipt(_ receipt: ReportReceipt, _ told: ReportRequest, _ view: ActionView) -> JSON {
        let isLate: Bool? = if case .counted(let late) = receipt { late } else { nil }
        return [
            "reference": .words(view.action.reference.printed()), "output": .number(told.ordinal), "channel": .words(told.channel.rawValue),
            "quantity": .number(told.quantity), "status": .words(receipt == .alreadyCounted ? "already_counted" : "counted"), "is_late": JSON(isLate),
            "appeals": JSON(view.reader.publicCount(view.tally.counted())),
        ]
    }

    /// While letters are wanted, as on the pages.
    @Sendable private func addresses(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let reader = try site.reader(visitor, accepting: nil), view = try await site.view(of: visitor.reference(), for: reader)
        return try await gate.admit(request, for: .addresses, in: reader.section.code) { _ in
            let addressees = view.isOpen ? view.edition?.addressees ?? [] : []
            return .json([
                "items": .list(
                    addressees.enumerated().map { place, addressee in
                        ["number": .number(place + 1), "emails": JSON(addressee.contacts(.email).compactMap(\.place))]
                    })
            ])
        }
    }
}
