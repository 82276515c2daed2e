/// The picture that networks and messengers show beside a link to an action: whose case it is in words, and until when to write.
///
/// There is no photo on it: a face travels where its owner never agreed to (handbook section 5).
package struct SharingCard: Hashable, Sendable {
    /// In CSS pixels; the proportions that Open Graph readers cut nothing from.
    package static let width = 1200
    package static let height = 630

    package let language: Language
    package let sectionName: String
    package let reference: String
    package let place: String
    package let headline: String
    /// Of the headline, which may be in another language than the rest.
    package let headlineLanguage: Language
    /// What to do and until when, or what became of it.
    package let call: String
    package let isOpen: Bool

    package init(
        language: Language, sectionName: String, reference: String, place: String, headline: String, headlineLanguage: Language, call: String,
        isOpen: Bool
    ) {
        self.language = language
        self.sectionName = sectionName
        self.reference = reference
        self.place = place
        self.headline = headline
        self.headlineLanguage = headlineLanguage
        self.call = call
        self.isOpen = isOpen
    }

    package var html: HTML {
        PaperDocument(language: language, title: headline, style: style).html(
            [
                """
                <section class="card">
                <p class="top"><b>\(sectionName)</b><bdi class="number">\(reference)</bdi></p>
                <div class="middle"><p class="place">\(place)</p>
                <h1 lang="\(headlineLanguage.rawValue)" dir="\(headlineLanguage.isRightToLeft ? "rtl" : "ltr")">\(headline)</h1></div>
                <p class="call">\(call)</p>
                </section>
                """
            ])
    }

    /// In pixels: what is long is set smaller, and what is longer still is cut after four lines.
    private var letters: Int {
        switch headline.count {
        case ...45: 76
        case ...80: 62
        case ...120: 52
        default: 44
        }
    }

    private var style: HTML {
        """
        @page { size: \(Self.width)px \(Self.height)px; margin: 0; background: #fbfaf7; }
        body { font-family: "Noto Sans", "Noto Naskh Arabic", "Noto Sans CJK SC", "Noto Sans Ethiopic", sans-serif; color: #16202b; }
        .card { position: absolute; left: 0; top: 0; width: \(Self.width)px; height: \(Self.height)px; }
        .top { position: absolute; left: 72px; right: 72px; top: 56px; display: flex; justify-content: space-between; font-size: 30px; }
        .number { color: #55606b; }
        .middle { position: absolute; left: 72px; right: 72px; top: 136px; height: 350px; overflow: hidden; }
        .place { font-size: 30px; color: #55606b; margin-bottom: 14px; }
        h1 { font: bold \(letters)px/1.2 "Noto Serif", "Noto Naskh Arabic", "Noto Serif CJK SC", "Noto Serif Ethiopic", serif; margin: 0; text-align: start; }
        .call { position: absolute; left: 0; right: 0; bottom: 0; padding: 26px 72px; font-size: 36px; font-weight: bold; \
        color: #fff; background: \(isOpen ? "#b3261e" : "#55606b"); }
        """
    }
}
