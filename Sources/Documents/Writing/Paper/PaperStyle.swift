/// The styles that every sheet shares.
enum PaperStyle {
    /// A letter's margins, in millimetres.
    static let margin = (top: 25.0, right: 25.0, bottom: 22.0, left: 25.0)

    /// Serif faces first; then one for each script in which letters are written, for machines whose list of stand-ins knows none.
    static let common: HTML = """
        html { font: 11pt/1.45 "Noto Serif", "Source Serif 4", Georgia, "DejaVu Serif", "Noto Naskh Arabic", "Noto Serif CJK SC", \
        "Noto Sans CJK SC", "Noto Serif Ethiopic", "Noto Serif Hebrew", "Noto Serif Thai", serif; color: #000; }
        :lang(ar), :lang(fa), :lang(ckb), :lang(ps), :lang(ur) { font-family: "Noto Naskh Arabic", "Amiri", "Noto Serif", "Noto Sans Arabic", serif; }
        :lang(am), :lang(ti) { font-family: "Noto Serif Ethiopic", "Noto Sans Ethiopic", "Noto Serif", serif; }
        :lang(zh), :lang(ja), :lang(ko) { font-family: "Noto Serif CJK SC", "Noto Serif CJK", "Noto Sans CJK SC", "WenQuanYi Zen Hei", "Noto Serif", serif; }
        body, p, div, address { margin: 0; padding: 0; font-style: normal; }
        p, div, bdi, address { overflow-wrap: anywhere; }
        .block { line-height: 1.2; overflow: hidden; text-align: left; direction: ltr; }
        .block div { white-space: normal; }
        .block.rtl div { text-align: right; padding-right: 2mm; }
        """

    /// A letter: the window's field and the sender stand fixed on the first page, the text runs below them and onto further pages,
    /// which are numbered.
    static func letter(_ paper: PaperSize) -> HTML {
        """
        @page letter { size: \(mm: paper.width) \(mm: paper.height); \
        margin: \(mm: margin.top) \(mm: margin.right) \(mm: margin.bottom) \(mm: margin.left); \
        @bottom-center { content: "\\2013\\A0" counter(page) "\\A0\\2013"; font: 9pt "Noto Serif", serif; } }
        @page :nth(1 of letter) { counter-reset: page 1; @bottom-center { content: none; } }
        article { page: letter; break-before: page; position: relative; }
        .address, .sender { position: absolute; }
        .resting { display: flex; flex-direction: column; justify-content: flex-end; }
        p { orphans: 2; widows: 2; }
        .date { text-align: end; }
        .subject { font-weight: bold; }
        .end { break-inside: avoid; break-before: avoid; }
        \(LetterSetting.rules)
        """
    }
}
