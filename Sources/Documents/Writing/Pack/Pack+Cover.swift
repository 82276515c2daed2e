extension Pack {
    /// What is in the pack and on which page of the file, and how an evening goes.
    var cover: HTML {
        """
        <section class="front cover">
        <p class="kicker">\(words.subtitle)</p>
        <h1>\(words.title)</h1>
        <table class="contents">
        <thead><tr><th scope="col">\(words.contents)</th><th scope="col">\(words.page)</th></tr></thead>
        <tbody>
        \(cases.indices.flatMap(rows))
        \(envelope == nil ? nil : row(words.envelopes, .envelopes(0, 0)))
        \(row(words.signIn, .signIn))
        </tbody>
        </table>
        <h2>\(words.steps)</h2>
        <ol class="steps">
        \(words.stepList.map { "<li>\($0)</li>" as HTML })
        </ol>
        \(report.map(reportBox))
        </section>
        """
    }

    private func rows(of index: Int) -> [HTML] {
        let one = cases[index]
        let head: HTML = """
            <tr class="case"><th scope="rowgroup" colspan="2"><b>\(one.reference)</b> <bdi>\(one.headline)</bdi> \(one.notes.map { "<br><span>\($0)</span>" as HTML })</th></tr>
            """
        let letters = one.letters.enumerated().map { number, addressed in
            row(addressed.line, note: addressed.postage, .letters(index, number))
        }
        return [head, row(words.caseSheet, .sheet(index))] + letters
    }

    private func row(_ line: String, note: String? = nil, _ anchor: Anchor) -> HTML {
        "<tr><td>\(line)\(note.map { "<br><span>\($0)</span>" as HTML })</td><td>\(pageNumber(anchor))</td></tr>"
    }

    /// The picture to scan, with the address and the code for those who type.
    func reportBox(_ report: Report) -> HTML {
        """
        <div class="report">
        \(QRCode(report.address)?.svg(saying: report.words))
        <div><h3>\(words.report)</h3><p>\(words.reportText)</p>
        <p class="place"><bdi>\(report.address)</bdi></p>
        \(report.code.map { "<p>\(words.code): <b class=\"code\">\($0)</b></p>" as HTML })</div>
        </div>
        """
    }
}
