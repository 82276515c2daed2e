import Campaign
import Documents
import HTTPTypes
import Hummingbird

extension ReportRequest {
    /// The report that a form or a JSON object tells of. Throws every problem at once.
    init(_ form: FormBody, of reference: Reference, for reader: Reader, by source: ReportSource) throws(FormProblems) {
        let ordinal = form["output"].flatMap(Int.init).flatMap { $0 > 0 ? $0 : nil }
        do {
            try self.init(
                reference: reference, ordinal: ordinal ?? 1, channel: form["channel"], quantity: form["quantity"], token: form["token"],
                section: reader.section.code, source: source
            )
        } catch {
            throw ordinal == nil ? error.withoutOutput : error
        }
        if ordinal == nil { throw FormProblems().withoutOutput }
    }
}

extension FormProblems {
    fileprivate var withoutOutput: FormProblems {
        var problems = self
        problems.add("output", Message("report.problem_output"))
        return problems
    }
}

extension Response {
    /// What a program is told: 201, and the tally unless it is still below the threshold.
    static func receipt(_ receipt: ReportReceipt, _ view: ActionView) -> Response {
        let texts = ["reference": view.action.reference.printed(), "status": receipt == .alreadyCounted ? "already_counted" : "counted"]
        return .json(texts, ["appeals": view.reader.publicCount(view.tally.counted())], status: .created)
    }

    /// Which fields are wrong, for a program.
    ///
    /// - Parameter token: a fresh one, for a report that had none or a bad one.
    static func problems(_ problems: FormProblems, token: String?, in reader: Reader) -> Response {
        let texts = Dictionary(problems.problems.map { ($0.field, reader.words.text($0.message)) }, uniquingKeysWith: { first, _ in first })
        return .json(
            texts.merging(["type": "about:blank", "title": reader.text("error.422_title"), "fresh_token": token].compactMapValues { $0 }) { $1 },
            ["status": 422], status: .unprocessableContent,
            type: "application/problem+json")
    }
}
