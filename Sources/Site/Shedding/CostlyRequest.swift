import HTTPTypes
import Hummingbird

/// What costs much more than a page, and may be asked for again later: papers, and searches.
enum CostlyRequest: String, Sendable, CaseIterable {
    case paper, search

    /// nil for everything else: reading, letters on pages and their `mailto:`, reports, the desk.
    init?(_ request: Request) {
        let parts = request.uri.path.split(separator: "/", omittingEmptySubsequences: true), isRead = [.get, .head].contains(request.method)
        switch (parts.first, parts.last) {
        case ("documents", let file?) where isRead && Self.isPaper(file): self = .paper
        case (let first, "pack") where request.method == .post && first != "desk": self = .paper
        case ("go", "go") where isRead: self = .search
        case (let language, "actions") where isRead && parts.count == 2 && language != "desk": self = .search
        default: return nil
        }
    }

    private static func isPaper(_ file: Substring) -> Bool {
        [".pdf", ".docx", ".odt"].contains { file.hasSuffix($0) }
    }
}
