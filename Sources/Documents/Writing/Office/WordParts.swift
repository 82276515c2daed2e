/// What every Word file of ours has.
enum WordParts {
    static let head: XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    static let names: XML = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        """

    /// The mark of what runs from right to left.
    static func direction(_ language: Language) -> XML? {
        language.isRightToLeft ? "<w:bidi/>" : nil
    }

    static let types: XML = """
        \(head)<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Default Extension="xml" ContentType="application/xml"/>\
        <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
        <Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>\
        <Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>\
        <Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>\
        <Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>\
        <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
        """

    static let links: XML = """
        \(head)<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>\
        <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>\
        </Relationships>
        """

    static let documentLinks: XML = """
        \(head)<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>\
        <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>\
        <Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>\
        <Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/></Relationships>
        """

    static let settings: XML = """
        \(head)<w:settings \(names)><w:defaultTabStop w:val="708"/><w:compat>\
        <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>
        """

    static let numbering: XML = """
        \(head)<w:numbering \(names)><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0">\
        <w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>\
        <w:pPr><w:ind w:left="340" w:hanging="340"/></w:pPr></w:lvl></w:abstractNum>\
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>
        """

    /// Faces that Word and LibreOffice have or know a stand-in for.
    static func styles(_ language: Language) -> XML {
        """
        \(head)<w:styles \(names)><w:docDefaults><w:rPrDefault><w:rPr>\
        <w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:eastAsia="SimSun" w:cs="Times New Roman"/><w:sz w:val="21"/><w:szCs w:val="24"/>\
        \(WordRun.mark(language))</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>\
        </w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
        \(style("Title", "Title", "<w:keepNext/><w:spacing w:after=\"200\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:b/><w:bCs/><w:sz w:val=\"36\"/><w:szCs w:val=\"38\"/>"))
        \(style("Heading1", "heading 1", "<w:keepNext/><w:spacing w:before=\"280\" w:after=\"80\"/><w:outlineLvl w:val=\"0\"/>", "<w:b/><w:bCs/><w:sz w:val=\"24\"/><w:szCs w:val=\"28\"/>"))
        \(style("ListBullet", "List Bullet", "<w:numPr><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"60\"/>", ""))
        \(style("Lines", "Address Lines", "<w:keepLines/>", ""))
        \(style("Note", "Note", "<w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"8A929A\"/><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"8A929A\"/></w:pBdr>", ""))
        \(style("Subject", "Subject Line", "<w:spacing w:after=\"240\"/>", "<w:b/><w:bCs/>"))
        \(style("Blank", "To Fill In", "<w:spacing w:before=\"240\"/>", "<w:color w:val=\"55606B\"/>"))
        \(style("Footer", "footer", "<w:spacing w:after=\"0\"/>", "<w:color w:val=\"55606B\"/><w:sz w:val=\"15\"/><w:szCs w:val=\"16\"/>"))
        </w:styles>
        """
    }

    private static func style(_ id: String, _ name: String, _ paragraph: XML, _ run: XML) -> XML {
        """
        <w:style w:type="paragraph" w:styleId="\(id)"><w:name w:val="\(name)"/><w:basedOn w:val="Normal"/><w:qFormat/>\
        <w:pPr>\(paragraph)</w:pPr><w:rPr>\(run)</w:rPr></w:style>
        """
    }
}
