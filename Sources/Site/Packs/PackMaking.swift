import Campaign
import Documents

/// Turns what was chosen into a pack with all its words. Letters are unsigned: name and date are written by hand.
struct PackMaking {
    let compose: ComposeLetter
    /// Of the sections, never those of the request.
    let origins: Origins
    let group: WritingGroup?
    let reader: Reader
    /// Of the collection whose pack it is.
    var title: String?
    /// The school whose pupils write: the sender, in one line.
    var school: String?
    /// Where the whole pack is reported, when it is a collection's.
    var returnPath: String?

    func pack(_ choice: PackChoice, _ views: [ActionView]) -> Pack {
        let cases = zip(choice.cases, views).map(packed)
        return Pack(
            language: reader.language, window: choice.window, paper: choice.paper, envelope: choice.envelope, cases: cases,
            report: returnPath.map(report) ?? group.map { report(Links.group($0.code, reader.language, of: views.map(\.action.reference))) },
            words: words(cases)
        )
    }

    private func packed(_ chosen: PackChoice.Case, _ view: ActionView) -> Pack.Case {
        let language = view.textLanguage
        return Pack.Case(
            reference: view.reference,
            headline: view.headline,
            notes: notes(view),
            sheet: CaseSheet(.sheet, of: view, in: language, origins: origins) ?? CaseSheet(language: language, blocks: [.title(view.headline)]),
            letters: letters(chosen, view),
            copies: chosen.copies,
            report: report(reportPath(view.action.reference))
        )
    }

    private func reportPath(_ reference: Reference) -> String {
        if let returnPath { return returnPath }
        guard let group else { return Links.report(reference, reader.language) }
        return Links.report(reference, reader.language, of: group.code)
    }

    private func notes(_ view: ActionView) -> [String] {
        let words = view.edition?.words(in: reader.languages)?.words
        return [
            view.actUntil.map { reader.text("list.write_until", ["date": reader.days.withWeekday($0)]) }, words?.safetyNote,
            view.ownWords?.postalNote,
        ].compactMap { $0 }
    }

    private func report(_ path: String) -> Pack.Report {
        let address = origins.origin(of: reader.section) + path
        return Pack.Report(address: address, words: reader.text("pack.scan", ["address": address]), code: group?.code.printed)
    }
}

extension PackMaking {
    /// A line to write on.
    private static let blank = String(repeating: "_", count: 26)

    /// Room for a letter written by hand, where the case has no model: what a page of either paper holds.
    private static let lines = Array(repeating: String(repeating: "_", count: 62), count: 9).joined(separator: "\n\n")

    private func letters(_ chosen: PackChoice.Case, _ view: ActionView) -> [Pack.Addressed] {
        let addressees = view.edition?.addressees ?? []
        return addressees.indices.filter(chosen.positions.contains).flatMap { position -> [Pack.Addressed] in
            guard !addressees[position].addressLines.isEmpty else { return [] }
            return compose.models(of: view.output, for: reader.languages).filter { chosen.languages.contains($0.language) }.map { model in
                addressed(model, to: addressees[position], copies: chosen.copies, view)
            }
        }
    }

    private func addressed(_ model: ModelLetter, to addressee: Addressee, copies: Int, _ view: ActionView) -> Pack.Addressed {
        let subject = view.action.letterSubject(of: view.output, in: model.language, style: reader.section.referenceStyle)
        let wishes = ComposeLetter.Wishes(name: Self.blank, place: school ?? "", date: Self.blank)
        let letter = compose(
            model, to: addressee, among: view.edition?.addressees ?? [], about: subject, words: model.body.isEmpty ? Self.lines : nil, wishes,
            elsewhere: ComposeLetter.Elsewhere(view.output))
        let one = WrittenLetters.One(letter, to: addressee, view)
        let values = [
            "name": addressee.name ?? addressee.office ?? "", "language": reader.days.nameInSentence(of: model.language),
        ]
        return Pack.Addressed(
            letter: one.letter,
            line: reader.words.count("pack.letters_to", copies, values),
            postage: postage(to: one.destination, view.output)
        )
    }

    /// The price when it is known for sure, and by when to post it.
    private func postage(to country: Country?, _ output: Output) -> String? {
        let postage = reader.section.postage(to: country, actUntil: output.actUntil(for: reader.section.code), today: reader.today)
        let price = postage.isVerified && !postage.isOld ? postage.price : nil
        let advice: String? =
            switch postage.advice {
            case .post(let day): reader.text("letter.post_by", ["date": reader.days.withWeekday(day)])
            case .tooLate(let day): reader.text("letter.post_too_late", ["date": reader.days.long(day)])
            case .suspended: reader.text("letter.post_suspended")
            case .unknown: nil
            }
        let lines = [price.map { reader.text("letter.postage", ["price": $0.text(in: reader.language, country: reader.section.country)]) }, advice]
        return lines.compactMap { $0 }.joined(separator: " ").nonBlank
    }

    private func words(_ cases: [Pack.Case]) -> Pack.Words {
        let count = cases.reduce(0) { $0 + $1.copies * $1.letters.count }
        var words = Pack.Words()
        words.title = title ?? reader.text("pack.title")
        let parts = [group?.name, reader.section.name, reader.days.long(reader.today)].compactMap { $0 }
        // A Latin name and the day after it would run together from the left: each part is set apart (UAX 9, section 2.4.2).
        let isolated = reader.language.isRightToLeft ? parts.map { "\u{2068}\($0)\u{2069}" } : parts
        words.subtitle = isolated.joined(separator: " · ")
        words.contents = reader.text("pack.contents")
        words.page = reader.text("pack.page")
        words.caseSheet = reader.text("pack.case_sheet")
        words.envelopes = reader.count("pack.envelopes_count", count)
        words.signIn = reader.text("pack.sign_in")
        words.steps = reader.text("pack.steps")
        words.stepList = [
            reader.text("pack.step_1"), reader.text("pack.step_2"), reader.text("action.safety_text"), reader.text("pack.step_3"),
            reader.text("pack.step_4"),
        ]
        if school != nil { words.stepList.insert(reader.text("collection.school_step"), at: 0) }
        words.report = reader.text("pack.report")
        words.reportText = reader.text("pack.report_text")
        words.code = reader.text("group.code")
        words.signInText = [reader.text("pack.sign_in_text"), reader.text("pack.sign_in_destroyed")]
        words.firstName = reader.text("pack.first_name")
        words.wrote = reader.text("pack.wrote")
        words.sum = reader.text("pack.sum")
        return words
    }
}
