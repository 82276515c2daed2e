package import Documents

/// Reads a manuscript as a careful colleague would, and says what to look at.
package struct CheckManuscript: Sendable {
    let words: AdviceWords

    package init(words: AdviceWords) { self.words = words }

    /// How old a check of a contact may be.
    private static let freshDays = 180

    /// - Parameters:
    ///   - section: whose languages are expected, and whose country's holidays count.
    ///   - today: the day it is there.
    package func callAsFunction(_ opened: OpenedManuscript, for section: Section, on today: Day) -> [ManuscriptWarning] {
        let output = opened.place.output, content = opened.content
        var warnings: [ManuscriptWarning] = output.saysSomething ? [] : [.nothingSaid]
        if output.kind.asksForLetters, content.addressees.isEmpty { warnings.append(.nobodyToWriteTo) }
        warnings += facts(opened, section, today) + addressees(content, today) + languages(opened, section) + demands(output)
        return warnings
    }

    private func facts(_ opened: OpenedManuscript, _ section: Section, _ today: Day) -> [ManuscriptWarning] {
        let action = opened.place.action, output = opened.place.output
        var warnings: [ManuscriptWarning] = []
        if action.countries.isEmpty { warnings.append(.noCountry) }
        if action.subjects.isEmpty { warnings.append(.noSubject) }
        if output.kind.asksForLetters { warnings += deadline(output, section, today) }
        if let issued = output.issuedOn, let until = output.actUntilInDocument, issued > until { warnings.append(.issuedAfterDeadline) }
        let code = opened.content[.facts, "index_code"]
        if !code.isEmpty { warnings += index(code, action, output) }
        let slug = action.reference.slug
        warnings += action.subjects.filter { $0.name.count > 2 && slug.lowercased().contains($0.name.lowercased()) }.map { .nameInAddress($0.name) }
        return warnings
    }

    private func deadline(_ output: Output, _ section: Section, _ today: Day) -> [ManuscriptWarning] {
        guard let day = output.actUntilInDocument else { return [.noDeadline] }
        guard day >= today else { return [.deadlinePast(day)] }
        var warnings: [ManuscriptWarning] = []
        if day.weekday == .saturday || day.weekday == .sunday { warnings.append(.deadlineOnWeekend(day)) }
        if Holidays.isHoliday(day, in: section.country) { warnings.append(.deadlineOnHoliday(day)) }
        if today.days(until: day) > 84 { warnings.append(.deadlineFar(day)) }
        if today.days(until: day) < 7 { warnings.append(.deadlineNear(day)) }
        return warnings
    }

    private func index(_ text: String, _ action: Action, _ output: Output) -> [ManuscriptWarning] {
        guard let code = try? IndexCode(text), code.place != nil else { return [.indexCodeOdd(text)] }
        var warnings: [ManuscriptWarning] = []
        if !code.countries.isEmpty, !action.countries.isEmpty, Set(code.countries).isDisjoint(with: action.countries) {
            warnings.append(.indexCodeOfOther(text, code.countries))
        }
        let year = output.issuedOn?.year ?? action.reference.year
        if code.year != year { warnings.append(.indexCodeOfOtherYear(text, year)) }
        return warnings
    }

    private func addressees(_ content: ManuscriptContent, _ today: Day) -> [ManuscriptWarning] {
        content.addressees.flatMap { id -> [ManuscriptWarning] in
            let addressee = content.addressee(id), called = addressee.name ?? addressee.office ?? "–"
            guard !addressee.contacts.isEmpty else { return [.noContact(called, addressee: id)] }
            guard let oldest = addressee.contacts.compactMap(\.checkedOn).min() else { return [.notChecked(called, addressee: id)] }
            return oldest.days(until: today) > Self.freshDays ? [.checkedLongAgo(called, oldest, addressee: id)] : []
        }
    }

    /// What one language has and another lacks.
    private func languages(_ opened: OpenedManuscript, _ section: Section) -> [ManuscriptWarning] {
        let content = opened.content, output = opened.place.output
        let written = content.languages(ManuscriptPart.text), letters = output.letters.map(\.language)
        let missing = section.languages.filter { !written.contains($0) }.map(ManuscriptWarning.textMissing)
        let pieces = ["headline", "lead", "call", "demands", "background"].filter { name in written.contains { !content[.text($0), name].isEmpty } }
        let holes = written.flatMap { language in
            pieces.filter { content[.text(language), $0].isEmpty }.map { ManuscriptWarning.pieceMissing(language, field: $0) }
        }
        guard output.kind.asksForLetters else { return missing + holes }
        let unwritten = output.preferredLanguages.filter { !letters.contains($0) }.map(ManuscriptWarning.letterMissing)
        return missing + holes + (letters.isEmpty ? [.noLetter] : unwritten)
    }

    private func demands(_ output: Output) -> [ManuscriptWarning] {
        output.letters.flatMap { letter -> [ManuscriptWarning] in
            let demands = output.texts.first { $0.language == letter.language }?.demands ?? []
            let kept = FoldedWords(letter.body.joined(separator: "\n")).stems
            return demands.filter { demand in
                let asked = FoldedWords(demand).stems
                return !asked.isEmpty && asked.intersection(kept).count * 5 < asked.count * 2
            }.map { .demandNotInLetter($0, letter.language) }
        }
    }
}
