package import Documents
import Foundation

/// What a section decides about itself, as its admin types it.
package struct SectionSettings: Sendable, Equatable {
    package var name: String
    package var host: String
    package var country: String?
    package var languages: [Language]
    package var timeZone: String
    package var referenceStyle: ReferenceStyle
    package var threshold: Int
    package var lateDays: Int
    package var contactEmail: String?
    package var contactPost: [String]
    package var embassyCities: [String]
    package var ownCountry: OwnCountryRule
    package var letters: LetterRules

    package init(_ section: Section) {
        name = section.name
        host = section.host
        country = section.country
        languages = section.languages
        timeZone = section.timeZone.identifier
        referenceStyle = section.referenceStyle
        threshold = section.threshold
        lateDays = section.lateDays
        contactEmail = section.contactEmail
        contactPost = section.contactPost
        embassyCities = section.embassyCities
        ownCountry = section.ownCountry
        letters = section.letters
    }

    /// What was typed into the fields of those names. Throws `FormProblems`.
    ///
    /// - Parameter spoken: the languages that the program's pages have words in.
    package init(spoken: [Language], _ typed: (String) -> String) throws(FormProblems) {
        var problems = FormProblems()
        func line(_ field: String) -> String { typed(field).split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        name = line("name")
        if name.isEmpty || name.signs > 100 { problems.add("name", Message("desk.problem_section_name")) }
        host = line("host").lowercased()
        if !Self.isHost(host) { problems.add("host", Message("desk.problem_host")) }
        let code = line("country")
        country = Country(code).flatMap { $0.name(in: "en") == $0.code ? nil : $0.code }
        if !code.isEmpty, country == nil { problems.add("country", Message("desk.problem_country")) }
        let tags = line("languages").split { $0 == " " || $0 == "," }.map { tag in
            spoken.first { $0.rawValue.lowercased() == tag.lowercased() } ?? Language(rawValue: String(tag))
        }
        languages = tags.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        if languages.isEmpty || !languages.allSatisfy(spoken.contains) {
            problems.add("languages", Message("desk.problem_languages", ["languages": spoken.map(\.rawValue).joined(separator: ", ")]))
        }
        timeZone = line("time_zone")
        if !TimeZone.knownTimeZoneIdentifiers.contains(timeZone) { problems.add("time_zone", Message("desk.problem_time_zone")) }
        let style = ReferenceStyle(rawValue: line("reference_style"))
        referenceStyle = style ?? .slash
        if style == nil { problems.add("reference_style", Message("desk.problem_choice")) }
        threshold = Int(line("threshold")) ?? -1
        if !(0...1_000).contains(threshold) { problems.add("threshold", Message("desk.problem_number", ["most": "1000"])) }
        lateDays = Int(line("late_days")) ?? -1
        if !(0...366).contains(lateDays) { problems.add("late_days", Message("desk.problem_number", ["most": "366"])) }
        let address = line("contact_email")
        contactEmail = address.isEmpty ? nil : address
        if contactEmail != nil, MailAddress(address) == nil { problems.add("contact_email", Message("desk.problem_mail")) }
        contactPost = Self.lines(typed("contact_post"))
        embassyCities = Self.lines(typed("embassy_cities"))
        let rule = OwnCountryRule(rawValue: line("own_country"))
        ownCountry = rule ?? .warn
        if rule == nil { problems.add("own_country", Message("desk.problem_choice")) }
        letters = LetterRules()
        for point in LetterPoint.allCases {
            let choice = line("letters_\(point.rawValue)")
            if !point.choices.contains(choice) { problems.add("letters_\(point.rawValue)", Message("desk.problem_choice")) }
            letters[point] = choice
        }
        guard problems.isEmpty else { throw problems }
    }

    /// What a new section begins with: all but a name, a host and a place of its own.
    package var forAnother: SectionSettings {
        var settings = self
        (settings.name, settings.host, settings.country, settings.contactEmail) = ("", "", nil, nil)
        (settings.contactPost, settings.embassyCities, settings.letters) = ([], [], LetterRules())
        return settings
    }

    /// At most 20 lines of at most 200 letters.
    package static func lines(_ typed: String) -> [String] {
        typed.split(whereSeparator: \.isNewline).map { $0.cut(to: 200).trimmed }.filter { !$0.isEmpty }.prefix(20).map { $0 }
    }

    /// A name of the DNS (RFC 1123 section 2.1), in lower case, without a port.
    private static func isHost(_ text: String) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return text.utf8.count <= 253
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                    && label.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
            } && labels.last?.utf8.allSatisfy { (48...57).contains($0) } == false
    }

    /// The marks of what differs from `before`.
    func marks(since before: SectionSettings, salt: String) -> FieldMarks {
        var marks = FieldMarks(salt: salt)
        marks.add("name", before.name, name)
        marks.add("host", before.host, host)
        marks.add("country", before.country ?? "", country ?? "")
        marks.add("languages", before.languages.map(\.rawValue), languages.map(\.rawValue))
        marks.add("time_zone", before.timeZone, timeZone)
        marks.add("reference_style", before.referenceStyle, referenceStyle)
        marks.add("threshold", before.threshold, threshold)
        marks.add("late_days", before.lateDays, lateDays)
        marks.add("contact_email", before.contactEmail ?? "", contactEmail ?? "")
        marks.add("contact_post", before.contactPost, contactPost)
        marks.add("embassy_cities", before.embassyCities, embassyCities)
        marks.add("own_country", before.ownCountry, ownCountry)
        for point in LetterPoint.allCases { marks.add("letters_\(point.rawValue)", before.letters[point], letters[point]) }
        return marks
    }
}
