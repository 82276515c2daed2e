/// The lines of one addressee: what stands before the labels, and the labelled values.
struct ContactBlock {
    var head: [TextLine] = []
    var target = ActionDraft.Target()
    private var lastLabel: String?
    private(set) var hasLabels = false

    var isEmpty: Bool { head.isEmpty && !hasLabels }

    /// Takes over the value of a label.
    mutating func take(_ field: ContactFields.Field) {
        guard let label = field.label else {
            takeUnlabelled(field.value)
            return
        }
        hasLabels = true
        lastLabel = label
        takeValue(field.value, label)
    }

    /// A line below a label that holds only more values of it.
    mutating func takeMore(_ line: TextLine) -> Bool {
        guard let lastLabel, line.words.count <= 12 else { return false }
        let before = valueCount
        switch lastLabel {
        case "email": takeEmails(line)
        case "twitter", "instagram", "facebook": if line.text.hasPrefix("@") { takeValue(line, lastLabel) }
        case "phone", "fax": if line.words.allSatisfy(\.isNumber) { takeValue(line, lastLabel) }
        default: break
        }
        return valueCount != before
    }

    /// How many ways to write to the addressee are known.
    private var valueCount: Int {
        let lists = [target.emails, target.phones, target.faxes, target.twitter, target.instagram, target.facebook]
        return lists.reduce(target.emailsObfuscated) { $0 + $1.count }
    }

    private mutating func takeUnlabelled(_ line: TextLine) {
        let mails = ContactValues.emails(in: line), hidden = ContactValues.hiddenEmails(in: line)
        guard mails.isEmpty && hidden == 0 || line.words.count > 14 else {
            takeEmails(line)
            hasLabels = true
            lastLabel = "email"
            return
        }
        head.append(line)
    }

    /// "[Salutation: Sr. Presidente / Dear President]" without the bracket.
    private mutating func takeSalutation(_ text: String) {
        let isBracketed = (text.hasSuffix("]") && !text.contains("[")) || (text.hasSuffix(")") && !text.contains("("))
        let salutation = (isBracketed ? String(text.dropLast()) : text).withoutEndMark
        if target.salutation == nil, !salutation.stripped.isEmpty { target.salutation = salutation }
    }

    private mutating func takeEmails(_ line: TextLine) {
        target.emails += ContactValues.emails(in: line)
        target.emailsObfuscated += ContactValues.hiddenEmails(in: line)
    }

    private mutating func takeValue(_ line: TextLine, _ label: String) {
        switch label {
        case "phone": target.phones += ContactValues.numbers(in: line)
        case "fax": target.faxes += ContactValues.numbers(in: line)
        case "email": takeEmails(line)
        case "twitter": target.twitter += ContactValues.handles(in: line)
        case "instagram": target.instagram += ContactValues.handles(in: line)
        case "facebook": target.facebook += ContactValues.handles(in: line)
        case "form", "website": target.contactForms += ContactValues.links(in: line)
        case "salutation": takeSalutation(line.text)
        case "address": if !line.isBlank { head.append(line) }
        default: break
        }
    }
}
