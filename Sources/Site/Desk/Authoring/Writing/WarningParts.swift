import Campaign
import Documents

/// Warnings in the words of whoever reads them.
struct WarningParts {
    let reader: Reader
    let place: AuthoringShell.Place

    init(_ reader: Reader, _ place: AuthoringShell.Place) {
        self.reader = reader
        self.place = place
    }

    func all(_ warnings: [ManuscriptWarning]) -> [WarningPart] {
        warnings.map {
            let part = $0 == .nothingSaid ? ManuscriptPart.text(reader.section.languages.first ?? "en") : $0.part
            return WarningPart(
                warningText: text($0),
                warningPath: $0 == .nobodyToWriteTo
                    ? AuthoringLinks.editor(place.reference, place.ordinal) + "#addressees"
                    : AuthoringLinks.part(place.reference, place.ordinal, part),
                isBlocking: $0.isBlocking)
        }
    }

    func text(_ warning: ManuscriptWarning) -> String {
        let said = said(warning)
        return reader.text("desk.authoring_warn_\(said.0)", said.1)
    }

    private func said(_ warning: ManuscriptWarning) -> (String, [String: String]) {
        switch warning {
        case .nothingSaid: ("nothing", [:])
        case .nobodyToWriteTo: ("nobody", [:])
        case .noCountry: ("country", [:])
        case .noSubject: ("subject", [:])
        case .noDeadline: ("no_deadline", [:])
        case .deadlinePast(let day): ("past", ["date": reader.days.long(day)])
        case .deadlineOnWeekend(let day): ("weekend", ["date": reader.days.long(day)])
        case .deadlineOnHoliday(let day): ("holiday", ["date": reader.days.long(day)])
        case .deadlineFar(let day): ("far", ["date": reader.days.long(day)])
        case .deadlineNear(let day): ("near", ["date": reader.days.long(day)])
        case .issuedAfterDeadline: ("issued_late", [:])
        case .indexCodeOdd(let code): ("index_odd", ["code": code])
        case .indexCodeOfOther(let code, let countries): ("index_other", ["code": code, "countries": reader.names(of: countries)])
        case .indexCodeOfOtherYear(let code, let year): ("index_year", ["code": code, "year": String(year)])
        case .notChecked(let name, _): ("unchecked", ["name": name])
        case .checkedLongAgo(let name, let day, _): ("old_check", ["name": name, "date": reader.days.long(day)])
        case .noContact(let name, _): ("no_contact", ["name": name])
        case .demandNotInLetter(let demand, let language): ("demand", ["demand": demand, "language": reader.name(of: language)])
        case .textMissing(let language): ("text", ["language": reader.name(of: language)])
        case .pieceMissing(let language, let field):
            ("piece", ["language": reader.name(of: language), "field": reader.text("desk.authoring_field_\(field)")])
        case .letterMissing(let language): ("letter", ["language": reader.name(of: language)])
        case .noLetter: ("no_letter", [:])
        case .nameInAddress(let name): ("name", ["name": name])
        }
    }
}
