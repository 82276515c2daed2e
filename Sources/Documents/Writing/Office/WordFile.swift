/// The parts of a Word file (ISO/IEC 29500, transitional) around its paragraphs. No macro, no link, nothing outside the file.
struct WordFile {
    let language: Language
    let title: String
    /// What stands at the foot of each page before its number; nil for a foot with nothing in it.
    let foot: [String]?
    let paper: PaperSize
    let paragraphs: [WordParagraph]

    var bytes: [UInt8] {
        var file = ZipWriter()
        file.add("[Content_Types].xml", WordParts.types.text)
        file.add("_rels/.rels", WordParts.links.text)
        file.add("word/document.xml", document.text)
        file.add("word/_rels/document.xml.rels", WordParts.documentLinks.text)
        file.add("word/styles.xml", WordParts.styles(language).text)
        file.add("word/numbering.xml", WordParts.numbering.text)
        file.add("word/settings.xml", WordParts.settings.text)
        file.add("word/footer1.xml", footer.text)
        file.add("docProps/core.xml", properties.text)
        return file.bytes
    }

    private var document: XML {
        """
        \(WordParts.head)<w:document \(WordParts.names)><w:body>\(paragraphs.map(\.xml))
        <w:sectPr>\(foot == nil ? nil : "<w:footerReference w:type=\"default\" r:id=\"rId4\"/>" as XML)<w:pgSz w:w="\(Self.twips(paper.width))" w:h="\(Self.twips(paper.height))"/>\
        <w:pgMar w:top="1304" w:right="1304" w:bottom="1304" w:left="1304" w:header="680" w:footer="680" w:gutter="0"/>\
        \(WordParts.direction(language))</w:sectPr></w:body></w:document>
        """
    }

    /// The field codes are counted anew by every program that opens the file.
    private var footer: XML {
        let words = WordRun((foot ?? []).map { "\($0) · " }.joined(), language).xml
        return """
            \(WordParts.head)<w:ftr \(WordParts.names)><w:p><w:pPr><w:pStyle w:val="Footer"/>\(WordParts.direction(language))</w:pPr>\
            \(words)<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> / </w:t></w:r>\
            <w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>
            """
    }

    private var properties: XML {
        """
        \(WordParts.head)<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
        xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>\(title)</dc:title><dc:language>\(language.rawValue)</dc:language></cp:coreProperties>
        """
    }

    /// Twentieths of a point.
    static func twips(_ millimetres: Double) -> Int { Int((millimetres * 1_440 / 25.4).rounded()) }
}
