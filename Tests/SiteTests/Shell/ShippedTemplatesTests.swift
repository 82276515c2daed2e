import Testing

@testable import Site

@Suite struct ShippedTemplatesTests {
    private let sources = Result { try Views(folders: [SiteResources.templates]).sources }

    @Test func `every template can be read, escapes what it prints and names only templates that exist`() throws {
        let sources = try sources.get()
        #expect(!sources.isEmpty)
        for (name, source) in sources {
            for used in Self.templates(in: try TemplateNames(source).nodes) {
                #expect(sources[used] != nil, "\(name) uses \(used)")
            }
        }
    }

    @Test func `no page runs or styles anything inline, or loads from elsewhere`() throws {
        for (name, source) in try sources.get() {
            #expect(source.firstMatch(of: /\sstyle="|\son[a-z]+="|<style|<script>|javascript:|(src|action)="https?:/) == nil, "\(name)")
        }
    }

    private static func templates(in nodes: [TemplateNames.Node]) -> [String] {
        nodes.flatMap { node -> [String] in
            switch node {
            case .name: []
            case .partial(let name): [name]
            case .section(_, _, let content), .block(_, let content): templates(in: content)
            case .parent(let name, let blocks): [name] + blocks.values.flatMap(templates)
            }
        }
    }
}
