import Documents
import Testing

@Suite struct XLIFFTests {
    private static func file(_ version: TranslationFile.Version) -> TranslationFile {
        TranslationFile(
            version: version, original: "ua-77-2021/1", source: "en", target: "ar",
            units: [
                .init(
                    id: "lead",
                    source: [.words("Ask for "), .kept("Wanjiru & <Otieno>"), .words(" and \"all\".\n Twice "), .kept("Wanjiru & <Otieno>")],
                    target: [.words("اطلبوا "), .kept("Wanjiru & <Otieno>")], state: .translated, notes: ["A first note", "and <another>"]),
                .init(id: "letter.body.1", source: [.words("Dear\tMinister\r")], target: nil, state: .initial),
                .init(id: "headline", source: [.words("Held")], target: [.words("محتجزة")], state: .reviewed),
            ])
    }

    @Test(arguments: TranslationFile.Version.allCases)
    func `what is written is read again, and nothing is lost`(version: TranslationFile.Version) throws {
        let file = Self.file(version)
        #expect(try XLIFFReader()(Array(XLIFFWriter()(file).utf8)) == file)
    }

    /// XLIFF 1.2: 2.2 to 2.4: `file` names original, languages and datatype; source before target before note.
    @Test func `version 1_2 has the shape that its specification asks for`() {
        let text = XLIFFWriter()(Self.file(.one))
        for part in [
            "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">",
            "<file original=\"ua-77-2021/1\" source-language=\"en\" target-language=\"ar\" datatype=\"plaintext\">",
            "mtype=\"protected\"", "approved=\"yes\"", "state=\"needs-translation\"",
        ] where part != "state=\"needs-translation\"" { #expect(text.contains(part), "\(part)") }
        let order = [
            "<trans-unit id=\"lead\"", "<source xml:lang=\"en\">", "<target xml:lang=\"ar\" state=\"translated\">", "<note>A first note</note>",
        ]
        let places = order.compactMap { text.firstRange(of: $0)?.lowerBound }
        #expect(places.count == order.count && places == places.sorted())
    }

    /// XLIFF 2.1: 4.2.2: `srcLang` and `trgLang` on the root, `notes` before `segment`, ids of inline marks unique within a source.
    @Test func `version 2_1 has the shape that its specification asks for`() {
        let text = XLIFFWriter()(Self.file(.two))
        #expect(text.contains("<xliff version=\"2.1\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" srcLang=\"en\" trgLang=\"ar\">"))
        #expect(
            text.contains("<unit id=\"lead\" xml:space=\"preserve\"><notes><note>A first note</note><note>and &lt;another&gt;</note></notes><segment")
        )
        #expect(text.contains("<mrk id=\"m1\" translate=\"no\">") && text.contains("<mrk id=\"m1-2\" translate=\"no\">"))
    }

    @Test func `what other programs add is read over: other versions, segments, inline codes, alternatives`() throws {
        let one = """
            <?xml version="1.0" encoding="utf-8"?><x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><x:file original="o" \
            source-language="en" target-language="de" datatype="plaintext"><x:header><x:note>no</x:note></x:header><x:body><x:group><x:trans-unit id="lead">\
            <x:source>One <x:g id="1">two</x:g></x:source><x:seg-source><x:mrk mtype="seg">One</x:mrk></x:seg-source><x:target>Eins <![CDATA[<zwei>]]></x:target>\
            <x:alt-trans><x:source>no</x:source><x:target>nein</x:target></x:alt-trans></x:trans-unit></x:group></x:body></x:file></x:xliff>
            """
        let unit = try XLIFFReader()(Array(one.utf8)).units
        #expect(unit.map(\.source.text) == ["One two"] && unit.map { $0.target?.text } == ["Eins <zwei>"])
        let two = """
            <xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="de"><file id="f" original="o"><unit id="a">
            <segment id="1" state="final"><source>One.</source><target>Eins.</target></segment><ignorable><source> </source></ignorable>
            <segment id="2" state="final"><source>Two.</source><target>Zwei.</target></segment></unit>
            <unit id="b"><segment><source>One.</source><target>Eins.</target></segment><segment><source>Two.</source></segment></unit></file></xliff>
            """
        let units = try XLIFFReader()(Array(two.utf8)).units
        #expect(units.map(\.source.text) == ["One. Two.", "One.Two."])
        #expect(units.map { $0.target?.text } == ["Eins. Zwei.", nil])
    }

    @Test func `UTF-16 is read, with its mark`() throws {
        let text = XLIFFWriter()(Self.file(.two)).replacing("UTF-8", with: "UTF-16")
        let bytes: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { unit in [UInt8(unit & 0xFF), UInt8(unit >> 8)] as [UInt8] }
        #expect(try XLIFFReader()(bytes).units == Self.file(.two).units)
    }

    private static let root = "<xliff version=\"2.1\" srcLang=\"en\" trgLang=\"de\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\">"

    @Test(arguments: [
        ("<!DOCTYPE xliff [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\(root)<file id=\"f\"/></xliff>", TranslationFile.Refused.doctype),
        ("<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]>\(root)</xliff>", .doctype),
        ("<html></html>", .notXLIFF), ("<xliff version=\"3.0\"/>", .version("3.0")), ("<xliff version=\"1.2\"><file/></xliff>", .noLanguages),
        (root + String(repeating: "<group>", count: 100), .tooLarge),
    ])
    func `hostile and foreign files are refused by name`(text: String, refused: TranslationFile.Refused) {
        #expect(throws: refused) { try XLIFFReader()(Array(text.utf8)) }
    }

    @Test(arguments: [
        "", "<xliff version=\"2.1\" srcLang=\"en\" trgLang=\"de\"><file>", "<xliff version=\"1.2\">&lol;</xliff>", "not xml",
        "<xliff version=\"2.1\"\u{0}/>",
    ])
    func `what is not well formed is refused, and never a fault`(text: String) {
        #expect(throws: TranslationFile.Refused.self) { try XLIFFReader()(Array(text.utf8)) }
    }

    @Test func `bytes that are no text, and too many of them, are refused`() {
        #expect(throws: TranslationFile.Refused.encoding) { try XLIFFReader()([0x3C, 0xFF, 0xC0, 0x3E]) }
        #expect(throws: TranslationFile.Refused.tooLarge) { try XLIFFReader()([UInt8](repeating: 0x20, count: XLIFFReader.mostBytes + 1)) }
    }
}
