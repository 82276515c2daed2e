import Documents
import TestSupport

extension ActionDraft {
    /// Fills every part that a page can show.
    mutating func makeRich() {
        indexCode = "AFR 32/4000/2021"
        pronoun = "she/her"
        preferredLanguages = ["sw", "en"]
        ownLanguageOK = true
        instructions = ["Write before the deadline.", "Report what you sent."]
        postalNote = "Post to Kenya takes two weeks."
        safetyNote = "Sign with your initials if you have family in Kenya."
        demands = ["Release Wanjiru Otieno.", "Drop the charges."]
        socialPosts = ["Release Wanjiru Otieno! #Kisumu"]
        background = "Wanjiru Otieno has written for a newspaper since 2009.\n\nShe asked for a budget."
        downloads = [Download(title: "UA 77/21 (Somali)", language: "so", format: "PDF", size: "120 kB"), Download(title: "Leaflet")]
        actionCount = 120
        targets = [
            .amina.with {
                $0.salutation = "Honourable"
                $0.phones = ["+254 20 222 7411"]
                $0.faxes = ["020 221 1082"]
                $0.facebook = ["https://facebook.com/ag.example"]
            },
            .highCommission(in: "London").with { $0.emailsObfuscated = 1 },
            .amina.with {
                $0.name = "Clerk of the Court"
                $0.addressLines = []
                $0.emails = []
                $0.emailsObfuscated = 1
                $0.twitter = []
            },
        ]
    }

    /// Leaves only what an action must have to be published.
    mutating func makeBare() {
        country = nil
        title = nil
        summary = "He is threatened."
        subjectNames = []
        issueDate = nil
        targets = []
        letters = []
    }

    /// The same output as another translation of it.
    func translated(into language: Language, _ change: (inout ActionDraft) -> Void) -> ActionDraft {
        var draft = self
        draft.language = language
        draft.letters = []
        change(&draft)
        return draft
    }
}
