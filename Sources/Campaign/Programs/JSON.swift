package import Documents

/// A value of JSON (RFC 8259) whose members stay in the order they are written in.
///
///     JSON.object([("reference", "UA 77/21"), ("appeals", nil)]).text   // {"reference":"UA 77/21","appeals":null}
package indirect enum JSON: Sendable {
    case null
    case truth(Bool)
    case number(Int)
    case words(String)
    case list([JSON])
    case object([(name: String, value: JSON)])

    package init(_ text: String?) { self = text.map { .words($0) } ?? .null }
    package init(_ number: Int?) { self = number.map { .number($0) } ?? .null }
    package init(_ truth: Bool?) { self = truth.map { .truth($0) } ?? .null }
    package init(_ day: Day?) { self.init(day?.text) }
    package init(_ moment: Instant?) { self.init(moment?.text) }
    package init(_ texts: [String]) { self = .list(texts.map { .words($0) }) }
    package init(_ language: Language) { self = .words(language.rawValue) }

    package var text: String {
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to text: inout String) {
        switch self {
        case .null: text += "null"
        case .truth(let truth): text += truth ? "true" : "false"
        case .number(let number): text += String(number)
        case .words(let words): Self.quote(words, into: &text)
        case .list(let items):
            text += "["
            for (place, item) in items.enumerated() {
                if place > 0 { text += "," }
                item.write(to: &text)
            }
            text += "]"
        case .object(let members):
            text += "{"
            for (place, member) in members.enumerated() {
                if place > 0 { text += "," }
                Self.quote(member.name, into: &text)
                text += ":"
                member.value.write(to: &text)
            }
            text += "}"
        }
    }

    private static func quote(_ words: String, into text: inout String) {
        text += "\""
        for sign in words.unicodeScalars {
            switch sign {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where sign.value < 0x20: text += "\\u00" + (sign.value < 16 ? "0" : "") + String(sign.value, radix: 16)
            default: text.unicodeScalars.append(sign)
            }
        }
        text += "\""
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral {
    package init(stringLiteral words: String) { self = .words(words) }
    package init(dictionaryLiteral members: (String, JSON)...) { self = .object(members.map { (name: $0.0, value: $0.1) }) }
}
