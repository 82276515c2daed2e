/// Writes a `.po` file, UTF-8, a text a line.
package struct PortableObjectWriter: Sendable {
    package init() {}

    package func callAsFunction(_ file: PortableObject) -> String {
        let standing = [("MIME-Version", "1.0"), ("Content-Type", "text/plain; charset=UTF-8"), ("Content-Transfer-Encoding", "8bit")]
        let fields = file.header.map { ($0.name, $0.value) } + standing
        let header = fields.map { quoted("\($0.0): \($0.1)\n") + "\n" }.joined()
        return "msgid \"\"\nmsgstr \"\"\n\(header)" + file.entries.map(entry).joined()
    }

    private func entry(_ entry: PortableObject.Entry) -> String {
        var lines = entry.notes.flatMap { $0.split(whereSeparator: \.isNewline) }.map { "#. \($0)" }
        if !entry.flags.isEmpty { lines.append("#, \(entry.flags.joined(separator: ", "))") }
        lines.append("msgctxt \(quoted(entry.context))")
        lines.append("msgid \(quoted(entry.source))")
        if let plural = entry.sourcePlural {
            lines.append("msgid_plural \(quoted(plural))")
            lines += entry.forms.enumerated().map { "msgstr[\($0.offset)] \(quoted($0.element))" }
        } else {
            lines.append("msgstr \(quoted(entry.forms.first ?? ""))")
        }
        return "\n" + lines.joined(separator: "\n") + "\n"
    }

    private func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": quoted += "\\\\"
            case "\"": quoted += "\\\""
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
