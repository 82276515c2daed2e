import Site

/// Compares a page with its template: every name that the template uses must be a stored property in sight.
///
/// A section over an empty list or an absent optional cannot be looked into: sample pages should have something in each.
struct TemplateCheck {
    private(set) var problems: [String] = []
    /// Sections that the sample page left closed, so that nothing within them was checked, at least once.
    private(set) var unseen: [String] = []
    /// Sections that the sample page opened at least once.
    private(set) var seen: [String] = []
    private let sources: [String: String]

    /// Content that a page hands to its layout, with the template that it stands in.
    private typealias Blocks = [String: (template: String, nodes: [TemplateNames.Node])]

    init<P: Page>(_ page: P, sources: [String: String]) throws {
        self.sources = sources
        try check(P.template, [page], blocks: [:])
    }

    private mutating func check(_ template: String, _ stack: [Any], blocks: Blocks) throws {
        guard let source = sources[template] else { return problems.append("no template \(template)") }
        try check(try TemplateNames(source).nodes, stack, blocks, in: template)
    }

    private mutating func check(
        _ nodes: [TemplateNames.Node],
        _ stack: [Any],
        _ blocks: Blocks,
        in template: String
    ) throws {
        for node in nodes {
            switch node {
            case .name(let name): _ = find(name, stack, in: template)
            case .section(let name, let isInverted, let content):
                let found = find(name, stack, in: template)
                for inner in isInverted ? [stack] : Self.scopes(found, stack) { try check(content, inner, blocks, in: template) }
                guard !isInverted, let found else { continue }
                if Self.scopes(found, stack).isEmpty { unseen.append("\(template): \(name)") } else { seen.append("\(template): \(name)") }
            case .partial(let name): try check(name, stack, blocks: blocks)
            case .parent(let name, let own):
                try check(name, stack, blocks: own.mapValues { (template, $0) }.merging(blocks) { $1 })
            case .block(let name, let usual):
                let content = blocks[name] ?? (template, usual)
                try check(content.nodes, stack, blocks, in: content.template)
            }
        }
    }

    private mutating func find(_ text: String, _ stack: [Any], in template: String) -> Any? {
        let name = Self.withoutTransforms(text)
        guard name != ".", !name.isEmpty else { return stack.last }
        let parts = name.split(separator: ".").map(String.init)
        for object in stack.reversed() {
            guard let first = Self.member(parts[0], of: object) else { continue }
            guard let value = parts.dropFirst().reduce(first, { value, part in value.flatMap { Self.member(part, of: $0) } }) else { break }
            return value
        }
        problems.append("\(template): {{\(text)}}")
        return nil
    }

    /// "reversed(outputs)" asks for "outputs"; "first()" asks the loop.
    private static func withoutTransforms(_ text: String) -> String {
        String((text.split(separator: "(", omittingEmptySubsequences: false).last ?? "").prefix { $0 != ")" })
    }

    private static func member(_ name: String, of object: Any) -> Any? {
        if let words = object as? [String: String] { return words[name] }
        guard let value = unwrapped(object) else { return nil }
        return Mirror(reflecting: value).children.first { $0.label == name }?.value
    }

    private static func scopes(_ found: Any?, _ stack: [Any]) -> [[Any]] {
        guard let found, let value = unwrapped(found) else { return [] }
        if value is Bool { return [stack] }
        let mirror = Mirror(reflecting: value)
        return mirror.displayStyle == .collection ? mirror.children.map { stack + [$0.value] } : [stack + [value]]
    }

    private static func unwrapped(_ value: Any) -> Any? {
        let mirror = Mirror(reflecting: value)
        guard mirror.displayStyle == .optional else { return value }
        return mirror.children.first.flatMap { unwrapped($0.value) }
    }
}
