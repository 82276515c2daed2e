/// Writes XLIFF, each version as its specification has it, a line a piece.
package struct XLIFFWriter: Sendable {
    package init() {}

    package func callAsFunction(_ file: TranslationFile) -> String {
        let body = file.version == .one ? one(file) : two(file)
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + body
    }

    private func one(_ file: TranslationFile) -> String {
        let source = escaped(file.source.rawValue), target = escaped(file.target.rawValue)
        let units = file.units.map { unit in
            let words =
                unit.target.map { "<target xml:lang=\"\(target)\" state=\"\(Self.stateOne(unit.state))\">\(runs($0, one: true))</target>" } ?? ""
            let notes = unit.notes.map { "<note>\(escaped($0))</note>" }.joined()
            return "<trans-unit id=\"\(escaped(unit.id))\" approved=\"\(unit.state == .reviewed ? "yes" : "no")\" xml:space=\"preserve\">"
                + "<source xml:lang=\"\(source)\">\(runs(unit.source, one: true))</source>\(words)\(notes)</trans-unit>\n"
        }
        return """
            <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
            <file original="\(escaped(file.original))" source-language="\(source)" target-language="\(target)" datatype="plaintext">
            <body>
            \(units.joined())</body>
            </file>
            </xliff>

            """
    }

    private func two(_ file: TranslationFile) -> String {
        let units = file.units.map { unit in
            let notes = unit.notes.isEmpty ? "" : "<notes>\(unit.notes.map { "<note>\(escaped($0))</note>" }.joined())</notes>"
            let words = unit.target.map { "<target>\(runs($0, one: false))</target>" } ?? ""
            return "<unit id=\"\(escaped(unit.id))\" xml:space=\"preserve\">\(notes)<segment id=\"s\" state=\"\(unit.state.rawValue)\">"
                + "<source>\(runs(unit.source, one: false))</source>\(words)</segment></unit>\n"
        }
        return """
            <xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="\(escaped(file.source.rawValue))" trgLang="\(escaped(file.target.rawValue))">
            <file id="f" original="\(escaped(file.original))">
            \(units.joined())</file>
            </xliff>

            """
    }

    private static func stateOne(_ state: TranslationFile.Unit.State) -> String {
        switch state {
        case .initial: "needs-translation"
        case .translated: "translated"
        case .reviewed: "final"
        }
    }

    /// A name that stays has the same id in source and target, so that a program sees that they belong together.
    private func runs(_ runs: [TranslationFile.Run], one: Bool) -> String {
        var ids: [String: Int] = [:], used: Set<String> = []
        return runs.map { run in
            guard case .kept(let name) = run else { return escaped(run.text) }
            let number = ids[name] ?? ids.count + 1
            ids[name] = number
            var id = "m\(number)", again = 1
            while !used.insert(id).inserted {
                again += 1
                id = "m\(number)-\(again)"
            }
            let mark = one ? "mid=\"\(id)\" mtype=\"protected\"" : "id=\"\(id)\" translate=\"no\""
            return "<mrk \(mark)>\(escaped(name))</mrk>"
        }.joined()
    }

    /// Signs that XML has no way to write become blanks; a carriage return is kept by its number.
    private func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\r": escaped += "&#13;"
            case "\t", "\n": escaped.unicodeScalars.append(scalar)
            default:
                let isForbidden = scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
                escaped.unicodeScalars.append(isForbidden ? " " : scalar)
            }
        }
        return escaped
    }
}
