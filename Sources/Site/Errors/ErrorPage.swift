import Campaign

/// What happened, what is safe, what to do next.
struct ErrorPage: Page {
    static var template: String { "errors/show" }

    let layout: Layout
    let t: [String: String]
    let code: String
    let title: String
    let happened: String
    let next: String
    let hasGoBox: Bool
    let query: String?
    let links: [Layout.Link]
    let safe: String?
    let requestId: String?
}
