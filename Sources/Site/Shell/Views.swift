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
    /// By section code, the library with that section's templates in it.
    private var overlays: [String: MustacheLibrary] = [:]

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
        self.sources = sources
        library = try Self.compiled(sources)
    }

    /// The same, with the templates of sections for their own pages.
    package func overlaid(by overlay: Overlay) throws -> Views {
        var views = self
        for (section, own) in overlay.templates {
            do {
                views.overlays[section] = try Self.compiled(sources.merging(own) { _, own in own })
            } catch Fault.malformed(let template, let line) {
                throw Overlay.Fault("\(section)/\(template).mustache", "line \(line): a section is not closed, or closed as another")
            }
        }
        return views
    }

    private static func compiled(_ sources: [String: String]) throws -> MustacheLibrary {
        PageText.register()
        var library = MustacheLibrary()
        for (name, text) in sources {
            do {
                try library.register(PageText.pragma + text, named: name)
            } catch let error as MustacheTemplate.ParserError {
                throw Fault.malformed(template: name, line: error.context.lineNumber - 1)
            }
        }
        return library
    }

    package func render<P: Page>(_ page: P) throws -> String {
        guard let text = printer(for: page).render(Fields(of: page), withTemplate: P.template) else { throw Fault.missing(template: P.template) }
        return text
    }

    /// Of the section whose page it is, where that has templates of its own.
    private func printer<P: Page>(for page: P) -> MustacheLibrary {
        guard !overlays.isEmpty, let layout = Mirror(reflecting: page).children.first(where: { $0.label == "layout" })?.value as? Layout else {
            return library
        }
        return overlays[layout.section] ?? library
    }
}
