/// What every OpenDocument text of ours has.
enum OpenDocumentParts {
    static let names: XML = """
        xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
        xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"
        """

    static let manifest: XML = """
        \(WordParts.head)<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">\
        <manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="application/vnd.oasis.opendocument.text"/>\
        <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>\
        <manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>\
        <manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>
        """

    /// The language of words, for each of the three kinds of script.
    static func mark(_ language: Language) -> XML {
        let region = language.region ?? "none"
        if language.isRightToLeft { return "style:language-complex=\"\(language.primary)\" style:country-complex=\"\(region)\"" }
        if ["zh", "ja", "ko"].contains(language.primary) {
            return "style:language-asian=\"\(language.primary)\" style:country-asian=\"\(region)\""
        }
        return "fo:language=\"\(language.primary)\" fo:country=\"\(region)\""
    }

    static func styles(_ language: Language, _ paper: PaperSize, _ foot: [String]) -> XML {
        """
        \(WordParts.head)<office:document-styles \(names)><office:font-face-decls>\
        <style:font-face style:name="Georgia" svg:font-family="Georgia" style:font-family-generic="roman"/></office:font-face-decls><office:styles>
        <style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-bottom="2mm" fo:line-height="130%" fo:orphans="2" fo:widows="2" \
        fo:text-align="start" style:writing-mode="\(language.isRightToLeft ? "rl-tb" : "lr-tb")"/>\
        <style:text-properties style:font-name="Georgia" fo:font-size="10.5pt" style:font-size-asian="10.5pt" style:font-size-complex="12pt" \(mark(language))/>\
        </style:default-style>
        <style:style style:name="Standard" style:family="paragraph"/>
        \(style("Text_20_body", "Text body", "", ""))
        \(style("Title", "Title", "fo:keep-with-next=\"always\" fo:margin-bottom=\"4mm\"", bold(18)))
        \(style("Heading_20_1", "Heading 1", "fo:keep-with-next=\"always\" fo:margin-top=\"5mm\" fo:margin-bottom=\"1.5mm\"", bold(12)))
        \(style("List", "List", "fo:margin-bottom=\"1mm\"", ""))
        \(style("Lines", "Address Lines", "fo:keep-together=\"always\"", ""))
        \(style("Note", "Note", "fo:border=\"0.4pt solid #8a929a\" fo:padding=\"1.5mm\"", ""))
        \(style("Blank", "To Fill In", "fo:margin-top=\"4mm\"", "fo:color=\"#55606b\""))
        \(style("Footer", "Footer", "fo:margin-bottom=\"0mm\"", "fo:color=\"#55606b\" fo:font-size=\"7.5pt\" style:font-size-complex=\"8pt\""))
        <style:style style:name="Strong" style:family="text"><style:text-properties \(bold(nil))/></style:style></office:styles>
        <office:automatic-styles><style:page-layout style:name="Sheet"><style:page-layout-properties fo:page-width="\(mm: paper.width)" \
        fo:page-height="\(mm: paper.height)" fo:margin-top="20mm" fo:margin-bottom="14mm" fo:margin-left="23mm" fo:margin-right="23mm"/>\
        <style:footer-style><style:header-footer-properties fo:min-height="8mm" fo:margin-top="4mm"/></style:footer-style></style:page-layout>\
        </office:automatic-styles>
        <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Sheet"><style:footer>\
        <text:p text:style-name="Footer">\(foot.map { "\($0) · " }.joined())<text:page-number text:select-page="current">1</text:page-number> / \
        <text:page-count>1</text:page-count></text:p></style:footer></style:master-page></office:master-styles></office:document-styles>
        """
    }

    private static func bold(_ size: Int?) -> XML {
        let weight: XML = "fo:font-weight=\"bold\" style:font-weight-asian=\"bold\" style:font-weight-complex=\"bold\""
        guard let size else { return weight }
        return "\(weight) fo:font-size=\"\(size)pt\" style:font-size-asian=\"\(size)pt\" style:font-size-complex=\"\(size + 1)pt\""
    }

    private static func style(_ name: String, _ shown: String, _ paragraph: XML, _ words: XML) -> XML {
        """
        <style:style style:name="\(name)" style:display-name="\(shown)" style:family="paragraph" style:parent-style-name="Standard">\
        <style:paragraph-properties \(paragraph)/><style:text-properties \(words)/></style:style>
        """
    }
}
