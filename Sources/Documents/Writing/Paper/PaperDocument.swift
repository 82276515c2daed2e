/// The HTML page around what is printed: language, direction, title, and all styles inside, so that nothing is fetched.
struct PaperDocument {
    let language: Language
    let title: String
    let style: HTML

    func html(_ content: [HTML]) -> HTML {
        """
        <!DOCTYPE html>
        <html lang="\(language.rawValue)" dir="\(language.isRightToLeft ? "rtl" : "ltr")">
        <head>
        <meta charset="utf-8">
        <title>\(title)</title>
        <style>
        \(PaperStyle.common)
        \(style)
        </style>
        </head>
        <body>
        \(content)
        </body>
        </html>

        """
    }
}
