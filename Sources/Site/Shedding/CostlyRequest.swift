import HTTPTypes
import Hummingbird

/// What costs much more than a page, and may be asked for again later: papers, and searches.
enum CostlyRequest: String, Sendable, CaseIterable {
    case paper, search

    /// nil for everything else: reading, letters on pages and their `mailto:`, reports, the desk.
    init?(_ request: Request) {
        let parts = request.uri.path.split(separator: "/", omittingEmptySubsequences: true)
        switch (request.method, parts.first, parts.last) {
        case (.get, "documents", let file?) where Self.isPaper(file), (.head, "documents", let file?) where Self.isPaper(file): self = .paper
        case (.post, _, "pack") where parts.first != "desk": self = .paper
        case (.get, "go", "go"), (.head, "go", "go"): self = .search
        case (.get, _, "search") where parts.count == 2, (.head, _, "search") where parts.count == 2: self = .search
        default: return nil
        }
    }

    private static func isPaper(_ file: Substring) -> Bool {
        [".pdf", ".docx", ".odt"].contains { file.hasSuffix($0) }
    }
}
