import Foundation

/// The names that a template asks its page for, each in its sections: `{{#outputs}}{{title}}{{/outputs}}`.
///
/// Read by hand, because the template library keeps its tokens to itself and prints an unknown name as nothing.
struct TemplateNames {
    indirect enum Node: Equatable {
        case name(String)
        case section(String, isInverted: Bool, [Node])
        case partial(String)
        case parent(String, blocks: [String: [Node]])
        case block(String, [Node])
    }

    struct Malformed: Error, Equatable {
        let reason: String
    }

    let nodes: [Node]

    init(_ source: String) throws {
        var tags = Self.tags(in: source)[...]
        nodes = try Self.nodes(&tags, until: nil)
    }

    private static func tags(in source: String) -> [String] {
        source.components(separatedBy: "{{").dropFirst().compactMap { piece in
            piece.range(of: "}}").map { String(piece[..<$0.lowerBound]).trimmingCharacters(in: .whitespaces) }
        }
    }

    private static func nodes(_ tags: inout ArraySlice<String>, until end: String?) throws -> [Node] {
        var nodes: [Node] = []
        while let tag = tags.popFirst() {
            let rest = tag.dropFirst().trimmingCharacters(in: .whitespaces)
            switch tag.first {
            case "!", "%", nil: continue
            case "/":
                guard rest == end else { throw Malformed(reason: "{{/\(rest)}} ends {{\(end ?? "nothing")}}") }
                return nodes
            case "#", "^": nodes.append(.section(rest, isInverted: tag.first == "^", try Self.nodes(&tags, until: rest)))
            case "$": nodes.append(.block(rest, try Self.nodes(&tags, until: rest)))
            case "<": nodes.append(.parent(rest, blocks: blocks(try Self.nodes(&tags, until: rest))))
            case ">": nodes.append(.partial(rest))
            case "{", "&", "=": throw Malformed(reason: "{{\(tag)}} is not allowed here")
            default: nodes.append(.name(tag))
            }
        }
        guard end == nil else { throw Malformed(reason: "{{\(end ?? "")}} has no end") }
        return nodes
    }

    private static func blocks(_ nodes: [Node]) -> [String: [Node]] {
        var blocks: [String: [Node]] = [:]
        for case .block(let name, let content) in nodes { blocks[name] = content }
        return blocks
    }
}
