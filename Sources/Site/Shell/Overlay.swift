package import Foundation

/// Templates by which a section's own pages differ from the shipped ones: `CODE/actions/show.mustache` in a folder. Read and checked once, at start.
package struct Overlay: Sendable {
    /// What is wrong with a file of the folder, in words for whoever put it there.
    package struct Fault: Error, Equatable {
        package let file: String
        package let reason: String

        package init(_ file: String, _ reason: String) {
            self.file = file
            self.reason = reason
        }
    }

    /// By section code, the text of each template by its name.
    let templates: [String: [String: String]]

    /// - Parameters:
    ///   - folder: nothing is overlaid when it is not there.
    ///   - sections: the codes of the sections there are.
    ///   - shipped: the text of each shipped template by its name.
    ///   - words: the names under `t` that the program has words for.
    package init(_ folder: URL, sections: [String], over shipped: [String: String], words: Set<String>) throws {
        guard FileManager.default.fileExists(atPath: folder.path) else { templates = [:]; return }
        let known = TemplateFamily(shipped)
        var templates: [String: [String: String]] = [:]
        for file in try FileTree.files(in: folder) {
            guard let slash = file.name.firstIndex(of: "/") else { throw Fault(file.name, "stands in no section's folder, such as ch/\(file.name)") }
            let code = String(file.name[..<slash]), path = String(file.name[file.name.index(after: slash)...])
            guard sections.contains(code) else {
                throw Fault(file.name, "there is no section \(code); there are: \(sections.joined(separator: ", "))")
            }
            guard path.hasSuffix(".mustache") else { throw Fault(file.name, "is no template: its name does not end in .mustache") }
            let name = String(path.dropLast(".mustache".count)), text = String(decoding: file.bytes, as: UTF8.self)
            guard shipped[name] != nil else { throw Fault(file.name, "the program has no template \(name)") }
            guard !known.isOfTheDesk(name) else { throw Fault(file.name, "the desk is the same for all sections") }
            try known.check(text, as: name, words: words, in: file.name)
            templates[code, default: [:]][name] = text
        }
        self.templates = templates
    }
}

/// The shipped templates as their pages put them together: what may be named in each.
private struct TemplateFamily {
    private let tags: [String: [Tag]]

    struct Tag {
        let sigil: Character?
        let name: String
        let line: Int
    }

    init(_ sources: [String: String]) { tags = sources.mapValues(Self.tags) }

    func isOfTheDesk(_ name: String) -> Bool { pages(with: name).allSatisfy { $0.hasPrefix("desk/") } }

    func check(_ text: String, as name: String, words: Set<String>, in file: String) throws(Overlay.Fault) {
        let allowed = names(beside: name)
        for tag in Self.tags(in: text) {
            let place = "line \(tag.line)"
            switch tag.sigil {
            case "!", "/": continue
            case "{", "&", "=", "%", "<", "$":
                throw Overlay.Fault(file, "\(place): {{\(tag.sigil.map(String.init) ?? "")\(tag.name)}} is not allowed here")
            case ">":
                guard tags[tag.name] != nil else { throw Overlay.Fault(file, "\(place): the program has no part \(tag.name)") }
            default:
                let isWord = tag.name.hasPrefix("t.") && words.contains(String(tag.name.dropFirst(2)))
                guard isWord || tag.name == "." || allowed.contains(tag.name) else {
                    throw Overlay.Fault(file, "\(place): the page has nothing by the name of \(tag.name)")
                }
            }
        }
    }

    /// All that the shipped pages name in which this template stands.
    private func names(beside name: String) -> Set<String> {
        Set(
            pages(with: name).flatMap { closure(of: $0) }.flatMap { tags[$0] ?? [] }.filter { $0.sigil.map { "#^".contains($0) } ?? true }.map(\.name)
        )
    }

    private func pages(with name: String) -> [String] {
        tags.keys.filter { !$0.hasPrefix("parts/") && closure(of: $0).contains(name) }
    }

    private func closure(of page: String) -> Set<String> {
        var found: Set<String> = [page], open = [page]
        while let next = open.popLast() {
            for tag in tags[next] ?? [] where tag.sigil == ">" && found.insert(tag.name).inserted { open.append(tag.name) }
        }
        return found
    }

    private static func tags(in source: String) -> [Tag] {
        var line = 1, tags: [Tag] = []
        for (place, piece) in source.components(separatedBy: "{{").enumerated() {
            if place > 0, let end = piece.range(of: "}}") {
                let text = piece[..<end.lowerBound].trimmingCharacters(in: .whitespaces),
                    sigil = text.first.flatMap { "#^/!>{&=%<$".contains($0) ? $0 : nil }
                let name = (sigil == nil ? text : String(text.dropFirst())).trimmingCharacters(in: .whitespaces)
                tags.append(Tag(sigil: sigil, name: name, line: line))
            }
            line += piece.count { $0.isNewline }
        }
        return tags
    }
}
