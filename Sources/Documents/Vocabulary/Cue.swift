/// What a word or phrase of `Resources/Words` tells. The raw value is the first column there; what follows a dot is its value.
enum Cue: String, CaseIterable, Sendable {
    /// "month.5 may"
    case month
    case weekday
    /// "language.es spanish"
    case language
    /// "or your own language"
    case ownLanguage = "own-language"
    /// "ordinal.2 second"
    /// "schreiben sie in gutem": languages follow
    case writeIn = "write-in"
    case ordinal
    /// "update": first update, follow-up, further information
    case update
    case outcome
    case correction
    case information
    /// "expires on", "appelle bis"
    case deadline
    /// "aktiv seit", "lancée le"
    case issued
    case ended
    /// "noch 34 tage": a counter, not a date
    case remaining
    /// "letters sent"
    case counted
    case greeting
    /// who is greeted in a letter that is none: friends, supporters
    case reader
    case closing
    case honorific
    case role
    case portfolio
    case institution
    case street
    case streetEnd = "street-end"
    /// "call on", "I urge"
    case call
    /// "contact.phone tel"
    case contact
    /// what an item of instructions speaks of
    case instruction
    case urgent
    case stopword
    /// capitalised words that are no name of a person
    case nobody
    /// "asylum seekers", "protesters": people without names
    case group
    case placeholder
    /// "outcome-of.released was released"
    case outcomeOf = "outcome-of"
    case title
    case publisher
    case number
    case button
    case age
    case particle
    case gender
    case final
    /// "urging", "calling on": how an item begins that says what to ask
    case asking
    /// "please", before a heading
    case polite
    case download
    /// "check with your section": advice that stands between header and text
    case check
    /// where a body dates its appeals from: "Geneva, 7 January 2002"
    /// "URGENT:" before a text
    case shout
    /// "please use the following message": a letter in quotation marks follows
    case message
    case issuingPlace = "issuing-place"
}
