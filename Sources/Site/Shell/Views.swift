package import Foundation
import Mustache

/// The templates, read and checked once at start.
package struct Views: Sendable {
    /// A template that cannot be used; found at start, or by a test, never by a visitor.
    package enum Fault: Error, Equatable {
        case malformed(template: String, line: Int)
        case missing(template: String)
    }

    /// The text of each template, by name; tests compare it with the pages.
    package let sources: [String: String]
    private let library: MustacheLibrary

    /// Reads every `*.mustache` under the folders; a later folder (a theme) replaces templates of the same name.
    package init(folders: [URL]) throws {
        var sources: [String: String] = [:]
        for folder in folders {
            for file in try FileTree.files(in: folder) where file.name.hasSuffix(".mustache") {
                sources[String(file.name.dropLast(".mustache".count))] = String(decoding: file.bytes, as: UTF8.self)
            }
        }
        try self.init(sources: sources)
    }

    package init(sources: [String: String]) throws {
        var library = MustacheLibrary()
        for (name, text) in sources {
            do {
                try library.register(text, named: name)
            } catch let error as MustacheTemplate.ParserError {
                throw Fault.malformed(template: name, line: error.context.lineNumber)
            }
        }
        self.sources = sources
        self.library = library
    }

    package func render<P: Page>(_ page: P) throws -> String {
        guard let text = library.render(page, withTemplate: P.template) else { throw Fault.missing(template: P.template) }
        return text
    }
}
