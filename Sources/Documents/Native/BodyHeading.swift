/// The headings of a native file's body: in English whatever the language of the words, since programs read them too.
enum BodyHeading: String {
    case lead = "Lead"
    case call = "Call"
    case demands = "Demands"
    case background = "Background"
    case outcome = "Outcome"
    case correction = "Correction"
    case letter = "Letter"
    case greeting = "Greeting"
    case letterBody = "Body"
    case closing = "Closing"
    case socialPosts = "Social posts"
    /// Followed by the code of a section.
    case edition = "Edition"
    case instructions = "Instructions"
    case postalNote = "Postal note"
    case safetyNote = "Safety note"
}
