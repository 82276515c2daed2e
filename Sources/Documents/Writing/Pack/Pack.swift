/// Everything a letter evening needs, as one document to print: a cover with the contents, case sheets, letters to sign, envelopes, and a
/// sheet on which those who came tick that they wrote.
///
/// All words are finished: in the reader's language, but for the letters and what the case itself says.
package struct Pack: Hashable, Sendable {
    package let language: Language
    package let window: WindowForm
    package let paper: PaperSize
    /// Nil for no envelopes.
    package let envelope: EnvelopeSize?
    package let cases: [Case]
    /// Where the whole evening is reported; nil where each case is reported for itself.
    package let report: Report?
    package let words: Words

    package init(
        language: Language, window: WindowForm, paper: PaperSize, envelope: EnvelopeSize?, cases: [Case], report: Report?, words: Words
    ) {
        self.language = language
        self.window = window
        self.paper = paper
        self.envelope = envelope
        self.cases = cases
        self.report = report
        self.words = words
    }

    /// How many letters a pack may hold: what is made in a few seconds and printed in one go.
    package static let letterLimit = 100
    /// How many cases: as many columns as the sign-in sheet has room for.
    package static let caseLimit = 6
    /// Lines of the sign-in sheet.
    static let signatures = 22

    package var letterCount: Int { cases.reduce(0) { $0 + $1.copies * $1.letters.count } }
}

extension Pack {
    /// A case with the letters to be signed for it.
    package struct Case: Hashable, Sendable {
        package let reference: String
        package let headline: String
        /// Until when letters are wanted, what is to be minded, a sentence each.
        package let notes: [String]
        package let sheet: CaseSheet
        /// One for each addressee and language, unsigned.
        package let letters: [Addressed]
        /// How many of each.
        package let copies: Int
        package let report: Report

        package init(
            reference: String, headline: String, notes: [String], sheet: CaseSheet, letters: [Addressed], copies: Int, report: Report
        ) {
            self.reference = reference
            self.headline = headline
            self.notes = notes
            self.sheet = sheet
            self.letters = letters
            self.copies = copies
            self.report = report
        }
    }

    /// A letter with its line in the contents.
    package struct Addressed: Hashable, Sendable {
        package let letter: Letter
        /// "10 letters to Amina Hassan, in English"
        package let line: String
        /// What posting it takes, where that is known.
        package let postage: String?

        package init(letter: Letter, line: String, postage: String?) {
            self.letter = letter
            self.line = line
            self.postage = postage
        }
    }

    /// An address where letters are reported, to be scanned or typed.
    package struct Report: Hashable, Sendable {
        package let address: String
        /// What the picture of it is, for those who do not see it.
        package let words: String
        /// The group's code as it is typed; nil without a group.
        package let code: String?

        package init(address: String, words: String, code: String?) {
            self.address = address
            self.words = words
            self.code = code
        }
    }

    /// What the pack's own pages say.
    package struct Words: Hashable, Sendable {
        package var title = ""
        /// Who and when: the group, the section, the day.
        package var subtitle = ""
        package var contents = ""
        package var page = ""
        package var caseSheet = ""
        package var envelopes = ""
        package var signIn = ""
        package var steps = ""
        package var stepList: [String] = []
        package var report = ""
        package var reportText = ""
        package var code = ""
        package var signInText: [String] = []
        package var firstName = ""
        package var wrote = ""
        package var sum = ""

        package init() {}
    }
}
