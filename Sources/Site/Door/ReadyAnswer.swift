import HTTPTypes
import NIOCore

/// A page as the site last answered it to anybody: what is needed to answer the next who asks in the same words, whichever coding they take.
final class ReadyAnswer: Sendable {
    let kept: KeptPage
    let moment: ReadyAnswers.Moment
    /// The pattern of its route, for the log and the metrics.
    let route: String
    /// What the site puts on the answer beside the page's own fields.
    private let further: HTTPFields

    init(_ kept: KeptPage, _ fields: HTTPFields, route: String, at moment: ReadyAnswers.Moment) {
        self.kept = kept
        self.moment = moment
        self.route = route
        let own = Set(kept.page.variant(.identity).fields.map(\.name) + Self.perAnswer)
        further = HTTPFields(fields.filter { !own.contains($0.name) })
    }

    var cost: Int { kept.page.cost }

    func leaf(_ coding: ContentCoding) -> AnswerLeaf {
        let variant = kept.page.variant(coding)
        return AnswerLeaf(
            tag: variant.tag, body: variant.bytes,
            head: AnswerHead(.ok, variant.fields + further, length: variant.bytes.readableBytes),
            headWhenKnown: AnswerHead(.notModified, variant.fieldsWhenKnown + further, length: nil))
    }

    /// Whatever belongs to one answer or to one coding.
    private static let perAnswer: [HTTPField.Name] = [.contentEncoding, .eTag, .contentLength, .transferEncoding, .date, .connection]
}

/// A ready answer in one coding, as one event loop keeps it.
struct AnswerLeaf {
    let tag: EntityTag
    let body: ByteBuffer
    var head: AnswerHead
    var headWhenKnown: AnswerHead
}

extension HTTPFields {
    fileprivate static func + (one: HTTPFields, other: HTTPFields) -> HTTPFields {
        HTTPFields(Array(one) + Array(other))
    }
}
