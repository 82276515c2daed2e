/// The parts of an OpenDocument text (ISO/IEC 26300, version 1.2) around its paragraphs.
struct OpenDocumentFile {
    let language: Language
    let title: String
    let foot: [String]
    let paper: PaperSize
    let content: [OpenParagraph]

    var bytes: [UInt8] {
        var file = ZipWriter()
        file.add("mimetype", "application/vnd.oasis.opendocument.text", isPacked: false)
        file.add("META-INF/manifest.xml", OpenDocumentParts.manifest.text)
        file.add("content.xml", document.text)
        file.add("styles.xml", OpenDocumentParts.styles(language, paper, foot).text)
        file.add("meta.xml", meta.text)
        return file.bytes
    }

    private var document: XML {
        """
        \(WordParts.head)<office:document-content \(OpenDocumentParts.names)><office:automatic-styles>\(styles)\
        <text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties \
        text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" \
        text:list-tab-stop-position="6mm" fo:text-indent="-6mm" fo:margin-left="6mm"/></style:list-level-properties></text:list-level-style-bullet>\
        </text:list-style></office:automatic-styles><office:body><office:text>\(content.map(\.xml))</office:text></office:body></office:document-content>
        """
    }

    /// One style for each style, language and break that occurs, in the order of their names.
    private var styles: [XML] {
        var seen: Set<String> = []
        return content.filter { seen.insert($0.styleName).inserted }.map(\.styleXML)
    }

    private var meta: XML {
        """
        \(WordParts.head)<office:document-meta \(OpenDocumentParts.names)><office:meta><dc:title>\(title)</dc:title>\
        <dc:language>\(language.rawValue)</dc:language></office:meta></office:document-meta>
        """
    }
}
