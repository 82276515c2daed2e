/// What is written on an envelope so that it flies: the French words that every post knows, beside the sender's own.
package enum PostalMark: String, Hashable, Sendable, CaseIterable {
    case airMail = "air-mail"
    case priority
}

extension PostalMark {
    /// The mark in French, the language of the Universal Postal Union, and in the sender's language where we have the word.
    package func words(in language: Language) -> String {
        let own =
            switch (self, language.primary) {
            case (_, "fr"): ""
            case (.airMail, "de"): "LUFTPOST"
            case (.airMail, "es"): "POR AVIÓN"
            case (.airMail, "it"): "VIA AEREA"
            case (.airMail, "pt"): "POR AVIÃO"
            case (.airMail, "nl"): "PER LUCHTPOST"
            case (.airMail, "ar"): "بالبريد الجوي"
            case (.airMail, "fa"): "پست هوایی"
            case (.airMail, "tr"): "UÇAK İLE"
            case (.airMail, "ru"): "АВИА"
            case (.airMail, "uk"): "АВІА"
            case (.airMail, "zh"): "航空"
            case (.airMail, _): "AIR MAIL"
            case (.priority, "es"): "PRIORITARIO"
            case (.priority, "it"): "PRIORITARIA"
            case (.priority, "pt"): "PRIORITÁRIO"
            case (.priority, _): "PRIORITY"
            }
        return [self == .airMail ? "PAR AVION" : "PRIORITAIRE", own].filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
