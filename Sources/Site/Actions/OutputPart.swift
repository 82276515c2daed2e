import Campaign
import Documents

/// One output in the timeline of an action; also one that is not here.
struct OutputPart: Sendable {
    let dateLine: String?
    let isoDate: String?
    let kindLine: String
    let isCurrent: Bool
    let isElsewhere: Bool
    let path: String?
    let outputHeadline: String?
    let headlineLang: String?
    let headlineDir: String?
    let changeText: String?
    let outsideUrl: String?
}

extension OutputPart {
    /// The whole chain, newest first; ordinals that are missing before the latest are listed as not here.
    static func all(_ view: ActionView) -> [OutputPart] {
        guard let latest = view.action.latest else { return [] }
        return (1...latest.ordinal).reversed().map { ordinal in
            view.action.output(ordinal).map { OutputPart($0, view) } ?? OutputPart(missing: ordinal, view)
        }
    }

    private init(_ output: Output, _ view: ActionView) {
        let reader = view.reader, text = output.text(in: reader.languages), day = output.issuedOn ?? output.eventOn
        let event = reader.text("kind.event_of", ["date": output.eventOn.map(reader.days.long) ?? ""])
        self.init(
            dateLine: output.issuedOn.map(reader.days.long) ?? output.eventOn.map { _ in event },
            isoDate: day?.text,
            kindLine: Self.kindLine(output, reader),
            isCurrent: output.ordinal == view.output.ordinal,
            isElsewhere: false,
            path: Links.action(view.action.reference, reader.language, ordinal: output.ordinal),
            outputHeadline: text?.headline ?? view.reference,
            headlineLang: (text?.language ?? reader.language).rawValue,
            headlineDir: (text?.language ?? reader.language).direction,
            changeText: output.ordinal > 1 && output.ordinal != view.output.ordinal ? text?.call : nil,
            outsideUrl: nil
        )
    }

    private init(missing ordinal: Int, _ view: ActionView) {
        let next = view.action.outputs.first { $0.ordinal > ordinal }
        let link = next?.ordinal == ordinal + 1 ? next?.previousLink : nil
        let kind = view.reader.text(ordinal == 1 ? "kind.first" : "kind.unknown_ordinal")
        let code = link.flatMap { try? IndexCode($0) }?.printed
        self.init(
            dateLine: nil, isoDate: nil, kindLine: [kind, code].compactMap { $0 }.joined(separator: " · "), isCurrent: false, isElsewhere: true,
            path: nil, outputHeadline: nil, headlineLang: nil, headlineDir: nil, changeText: nil, outsideUrl: link.flatMap(Self.webAddress)
        )
    }

    private static func kindLine(_ output: Output, _ reader: Reader) -> String {
        let kind = reader.text("kind.\(output.kind.rawValue)")
        if output.isFinal { return reader.text("kind.final", ["kind": kind]) }
        return output.ordinal == 1 ? kind : reader.text("kind.numbered", ["kind": kind, "number": String(output.ordinal)])
    }

    /// Only addresses of the web become links.
    private static func webAddress(_ text: String) -> String? {
        text.hasPrefix("https://") || text.hasPrefix("http://") ? text : nil
    }
}
