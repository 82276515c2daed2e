import Campaign
import Documents

extension MyPage {
    /// - Parameters:
    ///   - done: what was just done, said on top.
    ///   - typed: what was sent before and refused with `problems`.
    init(
        _ home: SupporterAtHome, done: Done?, typed: FormBody, problems: FormProblems, hasMail: Bool = true, hasTexts: Bool = false, script: String,
        layout: Layout,
        for reader: Reader
    ) {
        let supporter = home.supporter, language = reader.language, isPaused = supporter.isPaused(on: reader.today)
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            hasProblems: !problems.isEmpty,
            problemsTitle: problems.isEmpty ? nil : reader.text("my.problems_title"),
            problems: ProblemPart.all(problems, in: reader.words),
            done: done.map { reader.text("my.done_\($0.rawValue)") },
            suppressedText: home.suppressed.map { reader.text($0.isOwnWish ? "my.suppressed_own" : "my.suppressed_other") },
            hasDue: !home.dueSoon.isEmpty,
            due: home.dueSoon.map { EntryPart($0, for: reader) },
            follows: home.follows.map { FollowedPart($0, for: reader) },
            hasNoFollows: home.follows.isEmpty,
            hasHistory: supporter.keepsHistory,
            hasReports: !home.history.isEmpty,
            reports: home.history.map { ReportPart($0, for: reader) },
            chosen: FactPart.chosen(supporter.preferences, for: reader),
            isUnfolded: problems["choices"] != nil,
            choices: ChoicesPart(supporter.preferences, for: reader),
            preferencesPath: Links.my(language, "preferences"),
            pauseText: isPaused
                ? reader.text("my.pause_on", ["date": supporter.pausedUntil.map(reader.days.long) ?? ""]) : reader.text("my.pause_none"),
            isPaused: isPaused,
            pause: PausePart(isPaused ? supporter.pausedUntil : nil, typed: typed, problems: problems, for: reader),
            pausePath: Links.my(language, "pause"),
            historyText: reader.text(supporter.keepsHistory ? "my.history_on" : "my.history_off"),
            historyValue: supporter.keepsHistory ? "0" : "1",
            historyLabel: reader.text(supporter.keepsHistory ? "my.history_switch_off" : "my.history_switch_on"),
            historyPath: Links.my(language, "history"),
            outcomesText: reader.text(supporter.wantsOutcomes ? "my.outcomes_on" : "my.outcomes_off"),
            outcomesValue: supporter.wantsOutcomes ? "0" : "1",
            outcomesLabel: reader.text(supporter.wantsOutcomes ? "my.outcomes_switch_off" : "my.outcomes_switch_on"),
            hasSharing: home.address != nil,
            sharingText: home.sharingSince.map { reader.text("my.sharing_on", ["date": reader.days.long($0)]) } ?? reader.text("my.sharing_off"),
            sharingMeaning: reader.text("my.sharing_meaning", ["section": reader.section.name]),
            sharingValue: home.sharingSince == nil ? "1" : "0",
            sharingLabel: reader.text(home.sharingSince == nil ? "my.sharing_switch_on" : "my.sharing_switch_off"),
            sharingPath: Links.my(language, "sharing"),
            hasPhone: hasTexts || home.phone != nil,
            phoneText: home.phone.map { reader.text("phone.now", ["number": $0.veiled]) } ?? reader.text("phone.none"),
            phone: hasTexts ? PhoneField(typed: typed, problems: problems, for: reader) : nil,
            phonePath: Links.my(language, "phone"),
            phoneForgetPath: home.phone.map { _ in Links.my(language, "phone/forget") },
            hasAddress: hasMail || home.address != nil,
            hasAddressForm: hasMail,
            addressTitle: reader.text(home.address == nil ? "my.address_instead" : "my.address"),
            addressText: home.address.map { reader.text("my.address_now", ["address": $0.text]) } ?? reader.text("my.address_browser"),
            addressValue: typed["address"] ?? "",
            addressProblem: problems["address"].map(reader.words.text),
            addressPath: Links.my(language, "address"),
            dataPath: Links.my(language, "data"),
            jsonPath: Links.my(language, "data.json"),
            erasePath: Links.my(language, "erase"),
            signOutPath: Links.my(language, "sign-out"),
            draftScript: script
        )
    }

    /// What a form of this page did, named in the address it leads back to.
    enum Done: String, CaseIterable, Sendable {
        case preferences, follow, unfollow, pause, resume
        case historyOn = "history_on"
        case historyOff = "history_off"
        case outcomesOn = "outcomes_on"
        case outcomesOff = "outcomes_off"
        case sharingOn = "sharing_on"
        case sharingOff = "sharing_off"
        case phoneForgotten = "phone_forgotten"
    }
}

extension MyPage.FollowedPart {
    init(_ followed: FollowedAction, for reader: Reader) {
        let entry = EntryPart(followed.action, for: reader)
        self.init(
            entry: entry,
            slug: followed.action.reference.slug,
            onlyOutcome: followed.onlyOutcome ? reader.text("my.only_outcome") : nil,
            unfollowPath: Links.my(reader.language, "unfollow"),
            unfollowLabel: "\(reader.text("my.unfollow")): \(entry.reference)"
        )
    }
}

extension MyPage.ReportPart {
    init(_ report: RememberedReport, for reader: Reader) {
        self.init(
            path: report.isWithdrawn ? nil : Links.action(report.reference, reader.language),
            label: reader.printed(report.reference),
            meta: reader.days.long(report.on),
            factValue: "\(reader.words.grouped(report.quantity)) × \(reader.text("channel.\(report.channel.rawValue)"))"
        )
    }
}
