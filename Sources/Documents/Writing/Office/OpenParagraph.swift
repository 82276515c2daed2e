/// One paragraph of an OpenDocument text.
struct OpenParagraph {
    let style: String
    let language: Language
    let text: String
    var firstLine: String?
    var startsPage = false

    init(_ style: String, _ language: Language, _ text: String) {
        self.style = style
        self.language = language
        self.text = text
    }

    var styleName: String { "\(style)-\(language.rawValue)\(startsPage ? "-page" : "")" }

    var styleXML: XML {
        let pageBreak: XML? = startsPage ? " fo:break-before=\"page\"" : nil
        return """
            <style:style style:name="\(styleName)" style:family="paragraph" style:parent-style-name="\(style)">\
            <style:paragraph-properties style:writing-mode="\(language.isRightToLeft ? "rl-tb" : "lr-tb")"\(pageBreak)/>\
            <style:text-properties \(OpenDocumentParts.mark(language))/></style:style>
            """
    }

    var xml: XML {
        switch style {
        case "Title": "<text:h text:style-name=\"\(styleName)\" text:outline-level=\"1\">\(words)</text:h>"
        case "Heading_20_1": "<text:h text:style-name=\"\(styleName)\" text:outline-level=\"2\">\(words)</text:h>"
        case "List":
            "<text:list text:style-name=\"Bullets\"><text:list-item><text:p text:style-name=\"\(styleName)\">\(words)</text:p></text:list-item></text:list>"
        default: "<text:p text:style-name=\"\(styleName)\">\(words)</text:p>"
        }
    }

    private var words: XML {
        let strong: XML? = firstLine.map { "<text:span text:style-name=\"Strong\">\($0)</text:span>" }
        let lines = LineBreaks(text).lines
        let rest = lines.dropFirst().reduce("\(lines.first ?? "")" as XML) { "\($0)<text:line-break/>\($1)" }
        return "\(strong)\(rest)"
    }
}
