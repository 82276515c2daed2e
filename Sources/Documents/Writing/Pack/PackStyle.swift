/// The styles of a pack's own pages. They stand after those of letters, whose classes they do not touch.
enum PackStyle {
    /// Cover, case sheets, sign-in sheet.
    static func front(_ paper: PaperSize) -> HTML {
        """
        @page front { size: \(mm: paper.width) \(mm: paper.height); margin: 18mm 18mm 16mm; }
        .front { page: front; break-before: page; font-size: 10pt; line-height: 1.4; }
        .front p { margin: 0 0 2mm; }
        .front h1 { font-size: 19pt; line-height: 1.2; margin: 0 0 3mm; }
        .front h2 { font-size: 12pt; line-height: 1.25; margin: 5mm 0 1.5mm; break-after: avoid; }
        .front h3 { font-size: 11pt; margin: 0 0 1mm; }
        .front ul, .front ol { margin: 0 0 2mm; padding-inline-start: 5mm; }
        .front li { margin-bottom: 1mm; }
        .kicker { font-size: 9pt; }
        .cover h1 { font-size: 25pt; margin-bottom: 6mm; }
        table { border-collapse: collapse; width: 100%; }
        th { text-align: start; font-weight: bold; }
        .contents thead th { font-size: 12pt; border-bottom: .3mm solid; padding-bottom: 1.5mm; }
        .contents thead th:last-child { font-size: 9pt; font-weight: normal; vertical-align: bottom; }
        .contents td, .contents th { vertical-align: top; padding: .8mm 0; }
        .contents tr { break-inside: avoid; }
        .contents tr > :last-child:not([colspan]) { text-align: end; width: 18mm; }
        .contents .case th { border-top: .1mm solid #777; padding-top: 2mm; font-weight: normal; break-after: avoid; }
        .contents span { font-size: 8.5pt; color: #333; }
        .leaf { color: inherit; text-decoration: none; }
        .report { display: flex; gap: 5mm; align-items: center; margin-top: 6mm; border: .3mm solid; padding: 3mm; break-inside: avoid; }
        .report .qr { width: 34mm; height: 34mm; flex: none; }
        .place { font-family: "DejaVu Sans Mono", "Noto Sans Mono", monospace; font-size: 8.5pt; }
        .code { font-family: "DejaVu Sans Mono", "Noto Sans Mono", monospace; letter-spacing: .05em; }
        .corner { float: inline-end; width: 30mm; margin-inline-start: 5mm; margin-bottom: 2mm; text-align: center; font-size: 8pt; line-height: 1.2; }
        .corner .qr { width: 30mm; height: 30mm; }
        .sheet h1 { font-size: 17pt; }
        .sheet { font-size: 9.5pt; }
        .sheet .lines { display: inline-block; width: 48%; vertical-align: top; margin-inline-end: 1.5%; break-inside: avoid; }
        .sheet h1 + .lines, .sheet .note + .lines { display: block; width: auto; margin-inline-end: 0; padding: 1mm 0; }
        .sheet .note { border-inline-start: .8mm solid; padding-inline-start: 2.5mm; }
        .sheet .foot { font-size: 7.5pt; margin-top: 5mm; border-top: .1mm solid; padding-top: 1.5mm; }
        .sign-in { margin-top: 3mm; table-layout: fixed; }
        .sign-in td, .sign-in th { border: .2mm solid; height: 6.4mm; padding: 0 1.5mm; vertical-align: middle; }
        .sign-in th { font-size: 9pt; }
        .sign-in th small { font-weight: normal; font-size: 7.5pt; display: block; }
        .sign-in th:first-child, .sign-in .number { width: 7mm; text-align: center; color: #333; font-size: 8pt; }
        .sign-in .sum td { font-weight: bold; }
        """
    }

    /// Envelopes, as `EnvelopeSheet` has them.
    static func envelope(_ size: EnvelopeSize) -> HTML {
        let field = size.address
        return """
            @page envelope { size: \(mm: size.width) \(mm: size.height); margin: 0; }
            .envelope { page: envelope; break-before: page; position: relative; width: \(mm: size.width); height: \(mm: size.height); overflow: hidden; }
            .envelope .address { display: block; left: \(mm: field.left); top: \(mm: field.top); width: \(mm: field.width); height: \(mm: field.height); }
            """
    }
}
