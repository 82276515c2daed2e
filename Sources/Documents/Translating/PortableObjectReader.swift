/// Reads a `.po` file as gettext and the programs of translators write it.
package struct PortableObjectReader: Sendable {
    package static let mostBytes = 3_000_000

    package init() {}

    package func callAsFunction(_ bytes: [UInt8]) throws(PortableObject.Refused) -> PortableObject {
        guard bytes.count <= Self.mostBytes else { throw .tooLarge }
        let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        guard let text = String(validating: isMarked ? bytes.dropFirst(3) : bytes[...], as: UTF8.self) else { throw .encoding }
        var draft = Draft(), found: [PortableObject.Entry] = [], number = 0
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            number += 1
            let line = line.drop { $0 == " " || $0 == "\t" }
            guard draft.take(line, into: &found) else { throw .malformed(line: number) }
        }
        guard draft.end(into: &found) else { throw .malformed(line: number) }
        guard let first = found.first, first.source.isEmpty, first.context.isEmpty else { throw .noHeader }
        return PortableObject(header: Self.fields(first.forms.first ?? ""), entries: Array(found.dropFirst()))
    }

    private static func fields(_ text: String) -> [PortableObject.Field] {
        text.split(separator: "\n").compactMap { line in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            return PortableObject.Field(String(line[..<colon]), String(value))
        }
    }

    /// An entry while its lines come in.
    private struct Draft {
        private var entry = PortableObject.Entry(context: "", source: "", forms: [])
        private var hasSource = false
        /// What the next quoted line goes on with.
        private var part: Part?

        private enum Part { case context, source, plural, form(Int) }

        /// False for a line that no file may have there.
        mutating func take(_ line: Substring, into found: inout [PortableObject.Entry]) -> Bool {
            if line.isEmpty { return true }
            if line.hasPrefix("#") { return takeComment(line, into: &found) }
            if line.hasPrefix("\"") { return part.map { add(line, to: $0) } ?? false }
            let word = line.prefix { $0 != " " && $0 != "\t" && $0 != "\"" }, rest = line.dropFirst(word.count).drop { $0 == " " || $0 == "\t" }
            switch word {
            case "msgctxt": return begin(.context, rest, into: &found)
            case "msgid": return begin(.source, rest, into: &found)
            case "msgid_plural": return hasSource && begin(.plural, rest, into: &found)
            case "msgstr": return hasSource && begin(.form(0), rest, into: &found)
            default:
                guard word.hasPrefix("msgstr["), word.hasSuffix("]"), let place = Int(word.dropFirst(7).dropLast()), (0..<6).contains(place)
                else { return false }
                return hasSource && begin(.form(place), rest, into: &found)
            }
        }

        /// Flags belong to the entry that follows; the other comments are for people, and what is obsolete is no entry.
        private mutating func takeComment(_ line: Substring, into found: inout [PortableObject.Entry]) -> Bool {
            guard end(ifForms: true, into: &found) else { return false }
            if line.hasPrefix("#,") { entry.flags += line.dropFirst(2).split(separator: ",").map { $0.trimmingPrefix(" ") }.map(String.init) }
            if line.hasPrefix("#. ") { entry.notes.append(String(line.dropFirst(3))) }
            return true
        }

        private mutating func begin(_ part: Part, _ rest: Substring, into found: inout [PortableObject.Entry]) -> Bool {
            switch part {
            case .context: guard end(ifForms: true, into: &found) else { return false }
            case .source:
                guard end(ifForms: true, into: &found) else { return false }
                hasSource = true
            case .plural: entry.sourcePlural = ""
            case .form(let place):
                guard place == entry.forms.count else { return false }
                entry.forms.append("")
            }
            self.part = part
            return add(rest, to: part)
        }

        private mutating func add(_ quoted: Substring, to part: Part) -> Bool {
            guard let text = Self.text(quoted) else { return false }
            switch part {
            case .context: entry.context += text
            case .source: entry.source += text
            case .plural: entry.sourcePlural = (entry.sourcePlural ?? "") + text
            case .form(let place): entry.forms[place] += text
            }
            return true
        }

        private mutating func end(ifForms: Bool, into found: inout [PortableObject.Entry]) -> Bool {
            entry.forms.isEmpty ? true : end(into: &found)
        }

        mutating func end(into found: inout [PortableObject.Entry]) -> Bool {
            guard hasSource || entry.context.isEmpty else { return false }
            guard !hasSource || !entry.forms.isEmpty else { return false }
            if hasSource { found.append(entry) }
            self = Draft()
            return true
        }

        /// What stands between the quotes.
        private static func text(_ quoted: Substring) -> String? {
            var text = "", isEscaped = false, isOpen = true
            guard quoted.first == "\"" else { return nil }
            for scalar in quoted.dropFirst().unicodeScalars {
                guard isOpen else { if scalar == " " || scalar == "\t" { continue } else { return nil } }
                if isEscaped {
                    guard let meant = escapes[scalar] else { return nil }
                    text.unicodeScalars.append(meant)
                    isEscaped = false
                } else if scalar == "\\" {
                    isEscaped = true
                } else if scalar == "\"" {
                    isOpen = false
                } else {
                    text.unicodeScalars.append(scalar)
                }
            }
            return isOpen || isEscaped ? nil : text
        }

        private static let escapes: [Unicode.Scalar: Unicode.Scalar] = ["n": "\n", "t": "\t", "r": "\r", "\"": "\"", "\\": "\\"]
    }
}
