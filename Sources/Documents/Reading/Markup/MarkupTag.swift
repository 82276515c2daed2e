/// What the reader has to know of the elements of a page.
enum MarkupTag {
    /// Elements whose contents are never text of a document: they are dropped unread.
    static let silent: Set<String> = [
        "script", "style", "noscript", "iframe", "textarea", "title", "template", "svg", "math", "select", "button", "object", "canvas", "audio",
        "video", "noembed", "noframes", "xmp", "applet", "map",
    ]

    /// Elements that end a line.
    static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption",
        "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "search", "section",
        "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption",
    ]

    /// Elements that end a paragraph: a blank line parts them from their neighbours.
    static let paragraphs: Set<String> = [
        "blockquote", "dl", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre", "table", "ul", "section",
    ]

    static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]
    static let void: Set<String> = ["br", "hr"]
    /// Elements that a browser closes by itself: they do not count as depth.
    static let selfClosing: Set<String> = ["p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "html", "body", "caption", "a"]
    static let inline: Set<String> = ["a", "br", "label"]

    static func isKept(_ name: String) -> Bool { blocks.contains(name) || inline.contains(name) }

    static let attributes: Set<String> = ["id", "class", "role", "hidden", "aria-hidden", "style", "href", "start"]
}
