/// A card to the person at risk: a message, a name if the writer signs, and the address where the case gives one.
///
/// Nothing on it is decoration: no picture, no sign of a religion, no organisation, no word about the state that holds the person
/// (handbook section 3.6). What the message says is the writer's.
package struct SolidarityCard: Hashable, Sendable {
    /// How cards are printed.
    package enum Layout: String, Hashable, Sendable, CaseIterable {
        /// One a page of its own size.
        case single
        /// Four on a sheet, to be cut.
        case four
    }

    package let message: String
    /// The writer's name or initials; may be empty.
    package let name: String
    /// The whole address, or nothing where cards go by another way.
    package let address: [String]
    /// Of the message.
    package let language: Language
    package let layout: Layout
    /// The sheet that four are cut from.
    package let paper: PaperSize

    package init(
        message: String, name: String, address: [String], language: Language, layout: Layout = .single, paper: PaperSize = .a4
    ) {
        self.message = message
        self.name = name
        self.address = address
        self.language = language
        self.layout = layout
        self.paper = paper
    }

    package var html: HTML {
        PaperDocument(language: language, title: address.first ?? (name.isEmpty ? "–" : name), style: style).html(sheet)
    }

    /// A lying card: a quarter of the sheet, so A6 of A4.
    package var size: Box { Box(left: 0, top: 0, width: paper.height / 2, height: paper.width / 2) }

    private var sheet: [HTML] {
        switch layout {
        case .single: [card(left: 0, top: 0)]
        case .four: [0, 1, 2, 3].map { card(left: Double($0 % 2) * size.width, top: Double($0 / 2) * size.height) }
        }
    }

    private func card(left: Double, top: Double) -> HTML {
        let field = Self.field(of: size)
        return """
            <section class="card" style="left: \(mm: left); top: \(mm: top)">
            <div class="message" dir="\(language.isRightToLeft ? "rtl" : "ltr")" style="font-size: \(pt: letters)">
            <p class="words">\(message)</p>
            <p>\(name)</p>
            </div>
            \(address.isEmpty ? nil : AddressBlock(address, width: field.width, height: field.height, largest: 10.5).html(className: "address"))
            </section>
            """
    }

    private static func field(of card: Box) -> Box {
        Box(left: card.width / 2 + 5, top: card.height * 0.45, width: card.width / 2 - 13, height: card.height * 0.55 - 17)
    }

    /// In points: a long message is set smaller, down to what can still be read.
    private var letters: Double {
        switch message.count {
        case ...260: 11
        case ...380: 10
        case ...520: 9
        default: 8
        }
    }

    private var style: HTML {
        let field = Self.field(of: size)
        let pageWidth = layout == .four ? paper.height : size.width
        let pageHeight = layout == .four ? paper.width : size.height
        return """
            @page { size: \(mm: pageWidth) \(mm: pageHeight); margin: 0; }
            .card { position: absolute; width: \(mm: size.width); height: \(mm: size.height); overflow: hidden; }
            \(layout == .four ? ".card { outline: 0.1mm dashed #999; }" : nil)
            .message { position: absolute; left: 9mm; top: 9mm; bottom: 9mm; width: \(mm: size.width / 2 - 14); overflow: hidden; line-height: 1.4; }
            .words { white-space: pre-line; margin-bottom: 4mm; }
            .address { position: absolute; left: \(mm: field.left); top: \(mm: field.top); width: \(mm: field.width); height: \(mm: field.height); }
            .card::after { content: ""; position: absolute; left: 50%; top: 9mm; bottom: 9mm; border-left: 0.2mm solid #777; }
            """
    }
}
