/// One paragraph of a Word file: a style by its name, runs, and what sets it apart from its style.
struct WordParagraph {
    let style: String
    let language: Language
    let runs: [WordRun]
    var startsPage = false
    /// Where on the sheet it stands, for an address behind a window.
    var frame: Box?
    /// Room above it, in millimetres.
    var above: Double?
    var standsAtEnd = false
    /// Made to be replaced: a field that a writer fills in.
    var isBlank = false

    init(_ style: String, _ language: Language, _ text: String) {
        self.init(style, language, [WordRun(text, language)])
    }

    init(_ style: String, _ language: Language, _ runs: [WordRun]) {
        self.style = style
        self.language = language
        self.runs = runs
    }

    var xml: XML { "<w:p><w:pPr>\(marks)</w:pPr>\(isBlank ? blank : content)</w:p>" }

    private var content: XML { XML(runs.map(\.xml)) }

    /// In the order that the schema wants.
    private var marks: XML {
        let parts: [XML?] = [
            "<w:pStyle w:val=\"\(style)\"/>", startsPage ? "<w:pageBreakBefore/>" : nil, frame.map(Self.frame),
            WordParts.direction(language),
            above.map { "<w:spacing w:before=\"\(WordFile.twips($0))\"/>" }, standsAtEnd ? "<w:jc w:val=\"end\"/>" : nil,
        ]
        return XML(parts.compactMap { $0 })
    }

    private static func frame(_ box: Box) -> XML {
        """
        <w:framePr w:w="\(WordFile.twips(box.width))" w:h="\(WordFile.twips(box.height))" w:hRule="exact" w:hSpace="0" w:wrap="around" \
        w:vAnchor="page" w:hAnchor="page" w:x="\(WordFile.twips(box.left))" w:y="\(WordFile.twips(box.top))"/>
        """
    }

    /// A content control whose text goes when somebody types into it.
    private var blank: XML {
        """
        <w:sdt><w:sdtPr><w:alias w:val="\(runs.map(\.text).joined())"/><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>\(content)</w:sdtContent></w:sdt>
        """
    }
}

/// Words of one language and one look.
struct WordRun {
    let text: String
    let language: Language
    var isStrong = false

    init(_ text: String, _ language: Language, isStrong: Bool = false) {
        self.text = text
        self.language = language
        self.isStrong = isStrong
    }

    var xml: XML {
        let strong: XML = isStrong ? "<w:b/><w:bCs/>" : "", direction: XML = language.isRightToLeft ? "<w:rtl/>" : ""
        return "<w:r><w:rPr>\(strong)\(direction)\(Self.mark(language))</w:rPr>\(words)</w:r>"
    }

    /// Three attributes for three kinds of script (ISO/IEC 29500-1, 17.3.2.20).
    static func mark(_ language: Language) -> XML {
        if language.isRightToLeft { return "<w:lang w:bidi=\"\(language.rawValue)\"/>" }
        if ["zh", "ja", "ko"].contains(language.primary) { return "<w:lang w:eastAsia=\"\(language.rawValue)\"/>" }
        return "<w:lang w:val=\"\(language.rawValue)\"/>"
    }

    private var words: XML {
        let lines = LineBreaks(text).lines
        guard let first = lines.first else { return "" }
        return lines.dropFirst().reduce(Self.word(first)) { "\($0)<w:br/>\(Self.word($1))" }
    }

    private static func word(_ line: String) -> XML { "<w:t xml:space=\"preserve\">\(line)</w:t>" }
}
