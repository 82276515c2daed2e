package import Documents

/// A reply as somebody hands it in, already read and within bounds.
package struct HandedReply: Sendable {
    package let reference: Reference
    package let section: Section.Code
    /// Makes a retry harmless, and is the secret by which whoever handed it in finds it again.
    package let token: String
    package let office: String
    package let language: Language?
    package let receivedOn: Day?
    package let words: String
    package let scans: [CleanScan]
    /// nil for a visitor.
    package let member: StaffMember.ID?

    /// Checks every field and tells all problems at once.
    ///
    /// - Parameter today: no reply came later than that.
    package init(
        reference: Reference, section: Section.Code, token: String?, office: String, language: String?, receivedOn: String?, words: String,
        scans: [CleanScan], today: Day, by member: StaffMember.ID? = nil
    ) throws(FormProblems) {
        var problems = FormProblems()
        let typed = receivedOn?.filter { !$0.isWhitespace } ?? "", day = Day(typed)
        if !typed.isEmpty, day == nil || day.map({ $0 > today }) == true { problems.add("received_on", Message("reply.problem_day")) }
        let clean = words.withPlainLineEnds.trimmed
        if clean.signs > ReplyBounds.words {
            problems.add("words", Message("reply.problem_long", ["most": String(ReplyBounds.words)]))
        } else if clean.isEmpty, scans.isEmpty {
            problems.add("pages", Message("reply.problem_empty"))
        }
        if scans.count > ReplyBounds.pages { problems.add("pages", Message("reply.problem_pages", ["most": String(ReplyBounds.pages)])) }
        if !ReportRequest.tokenLengths.contains(token?.utf8.count ?? 0) { problems.add("token", Message("report.problem_token")) }
        guard let token, problems.isEmpty else { throw problems }
        self.reference = reference
        self.section = section
        self.token = token
        self.office = office.withPlainLineEnds.replacing("\n", with: " ").trimmed.cut(to: ReplyBounds.office)
        self.language = Self.language(language)
        self.receivedOn = day
        self.words = clean
        self.scans = scans
        self.member = member
    }

    /// nil for what is no tag of a language.
    package static func language(_ typed: String?) -> Language? {
        guard let typed, (2...12).contains(typed.utf8.count), typed.utf8.allSatisfy({ $0 == 45 || (97...122).contains($0 | 32) }) else { return nil }
        return Language(rawValue: typed) == .undetermined ? nil : Language(rawValue: typed)
    }
}
