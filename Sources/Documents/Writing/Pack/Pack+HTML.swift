extension Pack {
    /// The whole document: HTML with its styles and pictures inside, nothing to fetch.
    package var html: HTML {
        let letters = cases.indices.flatMap { index in [sheet(index)] + self.letters(index) }
        return PaperDocument(language: language, title: words.title, style: style).html([cover] + letters + envelopes + [signInSheet])
    }

    /// A letter for each addressee and language.
    private func letters(_ index: Int) -> [HTML] {
        cases[index].letters.enumerated().map { number, addressed in
            LetterPaper(addressed.letter, window: window, paper: paper).article(named: name(.letters(index, number)))
        }
    }

    /// An envelope for each letter.
    private var envelopes: [HTML] {
        guard let envelope else { return [] }
        return cases.enumerated().flatMap { index, one in
            one.letters.enumerated().map { number, addressed in
                let lines = addressed.letter.addressLines
                let block = AddressBlock(lines, width: envelope.address.width, height: envelope.address.height, largest: 12)
                return """
                    <section class="envelope" id="\(name(.envelopes(index, number)))">\(block.html(className: "address"))</section>
                    """
            }
        }
    }

    var style: HTML {
        let letter = cases.lazy.flatMap(\.letters).first.map { LetterPaper($0.letter, window: window, paper: paper).styles }
        return """
            \(letter)
            \(PackStyle.front(paper))
            \(envelope.map(PackStyle.envelope))
            """
    }
}

extension Pack {
    /// A place in the document that the contents name the page of.
    enum Anchor {
        case sheet(Int), letters(Int, Int), envelopes(Int, Int), signIn
    }

    /// The name of a place. Of letters and envelopes it ends with how often the press is to print them: each is laid out once.
    func name(_ anchor: Anchor) -> String {
        switch anchor {
        case .sheet(let index): "case-\(index)"
        case .letters(let index, let number): "letters-\(index)-\(number)-x\(cases[index].copies)"
        case .envelopes(let index, let number): "envelopes-\(index)-\(number)-x\(cases[index].copies)"
        case .signIn: "sign-in"
        }
    }

    /// Filled in by the press, which alone knows how many pages each piece takes.
    func pageNumber(_ anchor: Anchor) -> HTML {
        "<a class=\"leaf\" href=\"#\(name(anchor))\"></a>"
    }
}
