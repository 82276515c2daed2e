package import Documents
import Foundation

/// An office or mission as a vCard 4.0 (RFC 6350), for printing and merging: the office, who holds it, and the contacts that are not known to fail.
package struct VCard: Sendable {
    private let lines: [String]

    /// - Parameters:
    ///   - languages: those in which the title is looked for, best first.
    ///   - revised: when the register said so, for REV.
    package init(_ official: Official, on today: Day, in languages: [Language], revised: Instant? = nil) {
        let title = official.facts.titles.text(in: languages) ?? official.key, holder = official.holder(on: today)
        let name = holder.map { [$0.honorific, $0.name].compactMap { $0 }.joined(separator: " ") }
        var lines = ["BEGIN:VCARD", "VERSION:4.0", "UID:urn:amparo:official:\(official.key)", "KIND:\(holder == nil ? "org" : "individual")"]
        lines.append("FN:" + Self.escaped(name ?? title))
        if let holder { lines.append("N:\(Self.escaped(holder.name));;;\(Self.escaped(holder.honorific ?? ""));") }
        lines.append((official.facts.seat == nil && holder != nil ? "TITLE:" : "ORG:") + Self.escaped(title))
        let usable = official.contacts.filter(\.isUsable)
        lines += usable.filter { $0.isPreferred == true }.compactMap { Self.line($0, isPreferred: true) }
        lines += usable.filter { $0.isPreferred != true }.compactMap { Self.line($0, isPreferred: false) }
        if let revised { lines.append("REV:" + revised.text.filter { $0 != "-" && $0 != ":" }.prefix(15) + "Z") }
        self.lines = lines + ["END:VCARD"]
    }

    /// Lines folded at 75 octets, never within a character, each ended by CR LF (RFC 6350 section 3.2).
    package var text: String {
        lines.map { Self.folded($0) + "\r\n" }.joined()
    }

    private static func line(_ contact: OfficialContact, isPreferred: Bool) -> String? {
        let preferred = isPreferred ? ";PREF=1" : ""
        switch contact.channel {
        case .email: return "EMAIL\(preferred):\(escaped(contact.place))"
        case .phone: return "TEL;VALUE=uri;TYPE=voice\(preferred):tel:\(contact.normal)"
        case .fax: return "TEL;VALUE=uri;TYPE=fax\(preferred):tel:\(contact.normal)"
        case .post:
            let lines = contact.place.split(separator: "\n").map(String.init)
            return "ADR\(preferred);LABEL=\"\(parameter(lines.joined(separator: "\n")))\":;;\(lines.map(escaped).joined(separator: ","));;;;"
        case .x: return social(contact, "x", "https://x.com/", preferred)
        case .instagram: return social(contact, "instagram", "https://www.instagram.com/", preferred)
        case .facebook: return social(contact, "facebook", "https://www.facebook.com/", preferred)
        case .bluesky: return social(contact, "bluesky", "https://bsky.app/profile/", preferred)
        case .mastodon:
            let parts = contact.normal.split(separator: "@")
            return parts.count == 2 ? "X-SOCIALPROFILE;TYPE=mastodon\(preferred):https://\(parts[1])/@\(parts[0])" : nil
        case .contactForm, .petition: return "URL\(preferred):\(contact.place.filter { !$0.isNewline })"
        case .solidarity, .other: return nil
        }
    }

    private static func social(_ contact: OfficialContact, _ type: String, _ site: String, _ preferred: String) -> String {
        let name = contact.normal.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
        return "X-SOCIALPROFILE;TYPE=\(type)\(preferred):\(site)\(name)"
    }

    /// RFC 6350 section 3.4: backslash, comma, semicolon and line break are escaped.
    private static func escaped(_ text: String) -> String {
        written(text, ["\\": "\\\\", ",": "\\,", ";": "\\;"], lineBreak: "\\n")
    }

    /// A parameter's value as RFC 6868 writes it: `^n` for a line break, `^'` for a quote, `^^` for a caret.
    private static func parameter(_ text: String) -> String {
        written(text, ["^": "^^", "\"": "^'"], lineBreak: "^n")
    }

    /// Scalar by scalar: programs do not take a sign and the mark above it for one.
    private static func written(_ text: String, _ signs: [Unicode.Scalar: String], lineBreak: String) -> String {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
            line.unicodeScalars.map { signs[$0] ?? String($0) }.joined()
        }.joined(separator: lineBreak)
    }

    private static func folded(_ line: String) -> String {
        var result = "", octets = 0
        for scalar in line.unicodeScalars {
            let width = String(scalar).utf8.count
            if octets + width > 75 {
                result += "\r\n "
                octets = 1
            }
            result.unicodeScalars.append(scalar)
            octets += width
        }
        return result
    }
}
