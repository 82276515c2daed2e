/// What is odd about something that was found. What it says to people stands with the words of their language, as `desk.finding_` and its code.
package struct FindingNote: Hashable, Sendable {
    package enum Code: String, Sendable, CaseIterable {
        /// An outcome told by a single word.
        case oneWord = "one_word"
        /// Not the day of issue.
        case eventDay = "event_day"
        /// Marked as not for everybody.
        case audience
        /// Background that no heading calls so.
        case noHeading = "no_heading"
        /// The country is that of the index code.
        case indexCode = "index_code"
        case namedInLead = "named_in_lead", peopleInLead = "people_in_lead", namedInText = "named_in_text"
        case runningText = "running_text"
        /// Called a first action since nothing calls it an update.
        case noUpdateWord = "no_update_word"
        /// The number of another body.
        case otherBody = "other_body"
        case groupWithoutNames = "group_without_names"
        /// Beside the number in the header.
        case otherNumber = "other_number"
        case unknownCountryNumber = "unknown_country_number"
        case noEndDay = "no_end_day"
        /// E-mail addresses that the page hides; the value is how many.
        case hiddenAddresses = "hidden_addresses"
        case joinedColumns = "joined_columns"
        /// The value is the year of the index code.
        case codeYear = "code_year"
        /// The value is the day of issue.
        case beforeIssue = "before_issue"
        /// The value is the countries of the index code.
        case codeCountries = "code_countries"
        case swappedLetters = "swapped_letters"
        case attachmentUnread = "attachment_unread", attachmentRead = "attachment_read"
        case pageHead = "page_head"
        /// An ordinal from the kind and the chain of documents.
        case ordinalFromChain = "ordinal_from_chain"
        /// The value is what the other document says.
        case otherDocument = "other_document"
        /// A further action in the same document.
        case furtherAction = "further_action"
    }

    package let code: Code
    package let value: String?

    package init(_ code: Code, _ value: String? = nil) {
        self.code = code
        self.value = value
    }

    /// As it is kept: the code, and the value behind a blank.
    package var text: String { value.map { "\(code.rawValue) \($0)" } ?? code.rawValue }

    /// nil for a text of no code.
    package init?(text: String) {
        let parts = text.split(separator: " ", maxSplits: 1)
        guard let first = parts.first, let code = Code(rawValue: String(first)) else { return nil }
        self.init(code, parts.count > 1 ? String(parts[1]) : nil)
    }
}

extension FindingNote: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer(), text = try container.decode(String.self)
        guard let note = FindingNote(text: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no note of a finding")
        }
        self = note
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
