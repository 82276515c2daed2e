extension Pack {
    /// The case, with the picture that leads to its report form beside its title.
    func sheet(_ index: Int) -> HTML {
        let one = cases[index], sheet = one.sheet
        return """
            <section class="front sheet" lang="\(sheet.language.rawValue)" dir="\(sheet.language.isRightToLeft ? "rtl" : "ltr")" \
            id="\(name(.sheet(index)))">
            <div class="corner" lang="\(language.rawValue)" dir="\(language.isRightToLeft ? "rtl" : "ltr")">\
            \(QRCode(one.report.address)?.svg(saying: one.report.words))<p>\(words.report)</p></div>
            \(sheet.passages.map { $0.html(within: sheet.language) })
            <p class="foot">\(sheet.foot.joined(separator: " · "))</p>
            </section>
            """
    }

    /// First names and ticks, nothing else: enough to count by.
    var signInSheet: HTML {
        let ticks = cases.map { "<th scope=\"col\"><small>\(words.wrote)</small> \($0.reference)</th>" as HTML }
        let blanks = cases.map { _ in "<td class=\"tick\"></td>" as HTML }
        let rows = (1...Self.signatures).map { "<tr><td class=\"number\">\($0)</td><td></td>\(blanks)</tr>" as HTML }
        let report = report ?? (cases.count == 1 ? cases.first?.report : nil)
        return """
            <section class="front" id="\(name(.signIn))">
            <h1>\(words.signIn)</h1>
            \(words.signInText.map { "<p>\($0)</p>" as HTML })
            <table class="sign-in">
            <thead><tr><th scope="col"></th><th scope="col">\(words.firstName)</th>\(ticks)</tr></thead>
            <tbody>
            \(rows)
            <tr class="sum"><td></td><td>\(words.sum)</td>\(blanks)</tr>
            </tbody>
            </table>
            \(report.map(reportBox))
            </section>
            """
    }
}
