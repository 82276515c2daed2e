import Documents
import Foundation
import Outgoing

/// Words one alert in one language. What the case prints is taken as it stands; names of people stand in a subject only when the headline
/// has them.
struct AlertWriting {
    let action: Action
    let output: Output
    let kind: Alert.Kind
    let section: Section
    let words: Translations
    let text: Text
    let links: AlertLinks

    func callAsFunction() -> AlertText {
        let subject = subject, link = links.action(action.reference, text.language, of: section)
        let parts = parts(link)
        return AlertText(
            language: text.language, subject: subject, plain: parts.compactMap(\.plain).joined(separator: "\n\n"),
            html: parts.map(\.html.text).joined(separator: "\n"), short: ShortText(subject, link: link).text)
    }

    private var printed: String { action.reference.printed(section.referenceStyle) }

    private var subject: String {
        let values = ["headline": text.headline ?? printed, "reference": printed]
        return words.text("alert.subject.\(wording)", values)
    }

    /// Which sentences are said. A closing that no document tells of has no headline of its own.
    private var wording: String {
        guard kind == .outcome else { return kind.rawValue }
        let tone = OutcomeTone(output.outcome).rawValue
        return output.kind == .outcome && text.headline != nil ? tone : "closed_\(tone)"
    }

    private var intro: String { words.text("alert.intro.\(kind == .outcome ? OutcomeTone(output.outcome).rawValue : kind.rawValue)") }

    private func parts(_ link: String) -> [Part] {
        var parts: [Part] = [.paragraph(intro), .heading(text.headline ?? printed)]
        parts.append(.paragraph(([printed] + action.countries.map { $0.name(in: text.language) }).joined(separator: " · ")))
        if let wrong = note(.correction) { parts.append(.paragraph(wrong)) }
        if kind == .outcome, let how = note(.outcome) { parts.append(.paragraph(how)) }
        if let lead = text.lead { parts.append(.paragraph(lead)) }
        if let call = text.call, text.lead?.contains(call) != true { parts.append(.paragraph(call)) }
        if kind.asksForLetters { parts += asking } else if kind == .outcome { parts += ending }
        parts += demands
        if kind.asksForLetters {
            parts.append(.link(words.text("alert.write"), links.write(action.reference, text.language, of: section)))
        }
        return parts + [.link(words.text("alert.read"), link)]
    }

    /// What is asked for; of an update, what of that is new, what stays and what is not asked for any more.
    private var demands: [Part] {
        if [.update, .correction].contains(kind), let changes = action.demandChanges(of: output, in: text.language), !changes.isEmpty {
            let lists = [("alert.asks_new", changes.new), ("alert.asks_kept", changes.kept), ("alert.asks_dropped", changes.dropped)]
            return lists.filter { !$0.1.isEmpty }.map { .list(words.text($0.0), $0.1) }
        }
        return text.demands.isEmpty || !kind.asksForLetters ? [] : [.list(words.text("alert.asks"), text.demands)]
    }

    private func note(_ kind: OutputNote.Kind) -> String? {
        output.notes.first { $0.kind == kind && $0.language == text.language }?.words
    }

    private var asking: [Part] {
        output.actUntil(for: section.code).map { [.strong(words.text("alert.until", ["date": long($0)]))] } ?? []
    }

    private var ending: [Part] {
        let known = output.outcome.flatMap { OutcomeTone($0) == .open ? nil : $0 }
        let outcome = known.map { Part.strong(words.text("state.outcome", ["outcome": words.text("outcome.\($0.rawValue)")])) }
        return [outcome, .paragraph(words.text(OutcomeTone(output.outcome) == .bad ? "alert.thanks_bad" : "alert.thanks"))].compactMap { $0 }
    }

    /// "3 January 2022", as the section's readers write it.
    private func long(_ day: Day) -> String { DayInWords(language: text.language, country: section.country).long(day) }
}

extension AlertWriting {
    /// A piece of the mail, as text and as markup.
    enum Part {
        case heading(String), paragraph(String), strong(String), list(String, [String]), link(String, String)

        var plain: String? {
            switch self {
            case .heading(let text), .paragraph(let text), .strong(let text): text
            case .list(let title, let lines): ([title] + lines.map { "- \($0)" }).joined(separator: "\n")
            case .link(let words, let address): "\(words)\n\(address)"
            }
        }

        var html: HTML {
            switch self {
            case .heading(let text): "<h1 style=\"font-size: 1.4em; line-height: 1.25\">\(text)</h1>"
            case .paragraph(let text): "<p>\(text)</p>"
            case .strong(let text): "<p><strong>\(text)</strong></p>"
            case .list(let title, let lines): "<p>\(title)</p>\n<ul>\(lines.map { "<li>\($0)</li>" as HTML })</ul>"
            case .link(let words, let address): "<p>\(words)<br><a href=\"\(address)\">\(address)</a></p>"
            }
        }
    }
}
