/// How a case sheet looks on paper: two pages of sober type for a usual case, the foot of each page small.
enum CaseSheetStyle {
    /// - Parameter size: of the letters, in points: larger for what is read by itself than for a sheet of two pages.
    static func style(_ paper: PaperSize, size: Double) -> HTML {
        """
        @page { size: \(mm: paper.width) \(mm: paper.height); margin: 18mm 22mm 22mm; \
        @bottom-center { content: element(foot); width: 100%; vertical-align: top; padding-top: 5mm; } }
        html { font-size: \(pt: size); line-height: 1.42; }
        :lang(ar), :lang(fa), :lang(ckb), :lang(ps), :lang(ur) { font-family: "Noto Serif", "Noto Naskh Arabic", "Noto Sans Arabic", serif; }
        [lang|=ar], [lang|=fa], [lang|=ckb], [lang|=ps], [lang|=ur] { font-size: 1.15em; }
        html[lang|=ar], html[lang|=fa], html[lang|=ckb], html[lang|=ps], html[lang|=ur] { font-size: \(pt: size * 1.15); }
        h2[lang|=ar], h2[lang|=fa] { font-size: 13pt; }
        .foot { position: running(foot); font-size: 7.5pt; line-height: 1.3; color: #55606b; border-top: 0.4pt solid #8a929a; padding-top: 1.6mm; text-align: start; }
        .foot .page::after { content: counter(page) " / " counter(pages); }
        h1 { font-size: 18pt; line-height: 1.2; margin: 0 0 4mm; text-wrap: balance; }
        h2 { font-size: 11.5pt; line-height: 1.3; margin: 5mm 0 1.6mm; break-after: avoid; }
        p { margin: 0 0 2.2mm; orphans: 2; widows: 2; }
        ul { margin: 0 0 2.2mm; padding-inline-start: 5mm; }
        li { margin: 0 0 1mm; }
        .lines { display: inline-block; width: 48%; vertical-align: top; margin-inline-end: 1.5%; break-inside: avoid; }
        h1 + .lines, .note + .lines { display: block; width: auto; margin-inline-end: 0; color: #16202b; border-top: 1.2pt solid #b3261e; \
        border-bottom: 0.4pt solid #8a929a; padding: 1.6mm 0; margin-bottom: 3mm; }
        .note { border: 0.4pt solid #8a929a; padding: 1.6mm 2.5mm; }
        .blank { color: #55606b; margin-top: 4mm; }
        """
    }
}
