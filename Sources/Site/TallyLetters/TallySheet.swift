import Campaign
import Documents

/// A letter that tells a total, as one document for every format.
struct TallySheet: Sendable {
    let told: TallyWords
    let section: Section
    let address: String
    /// What was asked for, in the letter's language where the action has it, else in one that it has.
    let asked: [String]
    let askedIn: Language
    let addressee: [String]

    var sheet: CaseSheet {
        let words = told.words, letter = told.letter, key = letter.reader.rawValue
        var blocks: [CaseSheet.Block] = addressee.isEmpty ? [] : [.lines(addressee)]
        blocks += [
            .title(words.text("tally.title", ["reference": told.reference])),
            .paragraph(words.text("tally.greeting_\(key)")),
            .paragraph(words.text("tally.intro_\(key)", ["total": told.total, "reference": told.reference, "section": section.name])),
        ]
        if !asked.isEmpty { blocks += [.heading(words.text("tally.asked")), .part(askedIn, [.list(asked)])] }
        blocks += [.heading(words.text("tally.how")), .list(told.channels)]
        blocks.append(.paragraph([told.dates, told.countries, told.asOf(section)].compactMap { $0 }.joined(separator: " ")))
        blocks += [
            .paragraph(words.text("tally.counting")),
            .paragraph(words.text("tally.closing_\(key)")),
            .lines([section.name] + section.contactPost),
            .note(words.text("tally.check", ["address": address, "code": letter.code.printed])),
        ]
        return CaseSheet(language: letter.language, blocks: blocks, foot: [told.reference, letter.code.printed])
    }
}
