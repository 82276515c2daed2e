/// Addresses on sheets of labels, along the rows.
package struct LabelSheet: Hashable, Sendable {
    /// Each a whole address, as `PostalAddress.lines(from:in:)` gives it.
    package let addresses: [[String]]
    package let size: LabelSize
    /// How many labels of the first sheet are gone already.
    package let used: Int
    /// The sender's language.
    package let language: Language

    package init(_ addresses: [[String]], size: LabelSize, used: Int = 0, language: Language) {
        self.addresses = addresses
        self.size = size
        self.used = max(0, min(used, size.columns * size.rows - 1))
        self.language = language
    }

    package var html: HTML {
        PaperDocument(language: language, title: addresses.first?.first ?? "–", style: style).html(sheets)
    }

    private var sheets: [HTML] {
        let places = addresses.enumerated().map { (place: $0.offset + used, address: $0.element) }
        let sheets = Dictionary(grouping: places) { $0.place / (size.columns * size.rows) }.sorted { $0.key < $1.key }
        return sheets.map { "<section class=\"sheet\">\n\($0.value.map { label($0.address, at: $0.place) })\n</section>" }
    }

    private func label(_ address: [String], at place: Int) -> HTML {
        let box = size.label(place)
        let block = AddressBlock(address, width: box.width - 10, height: box.height - Self.padding * 2, largest: 10.5)
        return """
            <div class="label" style="left: \(mm: box.left); top: \(mm: box.top); width: \(mm: box.width); height: \(mm: box.height)">
            \(block.html(className: "address"))
            </div>
            """
    }

    /// Printers pull a sheet askew by a millimetre or two.
    private static let padding = 2.5

    private var style: HTML {
        """
        @page { size: \(mm: size.paper.width) \(mm: size.paper.height); margin: 0; }
        .sheet { position: relative; width: \(mm: size.paper.width); height: \(mm: size.paper.height - 0.1); overflow: hidden; }
        .sheet + .sheet { break-before: page; }
        .label { position: absolute; }
        .label .address { position: absolute; left: 5mm; right: 5mm; top: \(mm: Self.padding); bottom: \(mm: Self.padding); }
        """
    }
}
