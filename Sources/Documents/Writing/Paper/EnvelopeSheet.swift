/// Envelopes to print on, one a page.
package struct EnvelopeSheet: Hashable, Sendable {
    /// Each a whole address, as `PostalAddress.lines(from:in:)` gives it.
    package let addresses: [[String]]
    /// The sender, above left; none unless the writer asks for it.
    package let sender: [String]
    package let size: EnvelopeSize
    package let mark: PostalMark?
    /// The sender's language.
    package let language: Language

    package init(_ addresses: [[String]], sender: [String] = [], size: EnvelopeSize, mark: PostalMark? = nil, language: Language) {
        self.addresses = addresses
        self.sender = sender
        self.size = size
        self.mark = mark
        self.language = language
    }

    package var html: HTML {
        PaperDocument(language: language, title: addresses.first?.first ?? "–", style: style).html(addresses.map(envelope))
    }

    private func envelope(_ address: [String]) -> HTML {
        """
        <section class="sheet">
        \(sender.isEmpty ? nil : AddressBlock(sender, width: size.width * 0.4, height: 22, largest: 9).html(className: "sender"))
        \(mark.map { "<p class=\"mark\" lang=\"fr\" dir=\"ltr\">\($0.words(in: language))</p>" as HTML })
        \(AddressBlock(address, width: size.address.width, height: size.address.height, largest: 12).html(className: "address"))
        </section>
        """
    }

    private var style: HTML {
        let field = size.address
        return """
            @page { size: \(mm: size.width) \(mm: size.height); margin: 0; }
            .sheet { position: relative; width: \(mm: size.width); height: \(mm: size.height); overflow: hidden; }
            .sheet + .sheet { break-before: page; }
            .address, .sender, .mark { position: absolute; }
            .address { left: \(mm: field.left); top: \(mm: field.top); width: \(mm: field.width); height: \(mm: field.height); }
            .sender { left: 10mm; top: 9mm; width: \(mm: size.width * 0.4); height: 22mm; }
            .mark { left: 10mm; top: 34mm; font-size: 9pt; font-weight: bold; border: 0.4mm solid; padding: 0.8mm 2mm; }
            """
    }
}
