package import Documents

extension ActionDraft {
    /// The first output of an invented case in Kenya: Wanjiru Otieno, who writes for a newspaper, is held since she asked for a budget.
    ///
    ///     ActionDraft.wanjiru { $0.expiryDate = nil }
    package static func wanjiru(_ change: (inout ActionDraft) -> Void = { _ in }) -> ActionDraft {
        var draft = ActionDraft(of: Reference(series: .UA, serial: 77, year: 2021), ordinal: 1, .first)
        draft.country = Country("KE")
        draft.title = "Reporter held over a budget question"
        draft.subjectNames = ["Wanjiru Otieno"]
        draft.issueDate = Day("2021-11-22")
        draft.expiryDate = Day("2022-01-03")
        draft.summary = "Wanjiru Otieno has been held in Kisumu since 14 November. Call for her release."
        draft.call = "Call for her release."
        draft.targets = [.amina, .highCommission(in: "London")]
        draft.letters = [.english, .swahili]
        change(&draft)
        return draft
    }

    /// The second output of the same case, which replaces the first.
    package static func wanjiruCharged(_ change: (inout ActionDraft) -> Void = { _ in }) -> ActionDraft {
        wanjiru {
            $0.outputOrdinal = 2
            $0.kind = .update
            $0.title = "Reporter charged"
            $0.issueDate = Day("2021-12-06")
            $0.expiryDate = Day("2022-01-17")
            change(&$0)
        }
    }

    /// The last output of the same case: she is free.
    package static func wanjiruFree(_ change: (inout ActionDraft) -> Void = { _ in }) -> ActionDraft {
        var draft = ActionDraft(of: Reference(series: .UA, serial: 77, year: 2021), ordinal: 2, .outcome)
        draft.title = "Reporter released"
        draft.issueDate = Day("2021-12-20")
        draft.eventDate = Day("2021-12-17")
        draft.outcome = .released
        draft.endReason = .success
        draft.outcomeText = "Wanjiru Otieno went home on 17 December."
        change(&draft)
        return draft
    }

    /// The first output of another invented case, in Nepal.
    package static func bishnu(serial: Int = 12, until deadline: String?, _ change: (inout ActionDraft) -> Void = { _ in }) -> ActionDraft {
        var draft = ActionDraft(of: Reference(series: .UA, serial: serial, year: 2021), ordinal: 1, .first)
        draft.country = Country("NP")
        draft.title = "Farmer threatened after testimony"
        draft.subjectNames = ["Bishnu Rai"]
        draft.issueDate = Day("2021-10-25")
        draft.expiryDate = deadline.flatMap(Day.init)
        draft.summary = "Bishnu Rai has been threatened twice since he testified."
        draft.targets = [.amina]
        draft.letters = [.english]
        change(&draft)
        return draft
    }

    private init(of reference: Reference, ordinal: Int, _ kind: OutputKind) {
        self.init()
        self.reference = reference.printed()
        series = reference.series
        caseNumber = reference.serial
        caseYear = reference.year
        language = "en"
        outputOrdinal = ordinal
        self.kind = kind
    }
}
