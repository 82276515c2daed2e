import Campaign
import Documents
import Foundation

@testable import Site

/// The translation keys that the sources and the templates ask for, read from the repository.
struct WordsUsed {
    /// Keys asked for by name.
    let asked: Set<String>
    /// Everything in the sources that has the form of a key, asked for at once or by way of a variable.
    let mentioned: Set<String>
    /// Keys of the desk whose last part is a value that only the running program knows.
    private let patterns: [Regex<Substring>]

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardizedFileURL
        let swift = try ["Site", "Campaign", "amparo"].map { try Self.text(of: root.appending(path: "Sources/\($0)"), ending: ".swift") }.joined()
        let templates = try Self.text(of: root.appending(path: "Sources/Site/Resources/Templates"), ending: ".mustache")
        let inTemplates = templates.matches(of: /\{\{[#^]?t\.([a-z0-9_]+)\}\}/).map { String($0.1) }
        let calls = swift.matches(of: /\b(?:text|count|Message|fact|heading)\((?:[a-zA-Z.!= ]+\? )?"([a-z_]+(?:\.[a-z0-9_]+)+)"/).map { String($0.1) }
        asked = Set(calls).union(Set(inTemplates).map(Self.key)).union(Self.byValue)
        mentioned = asked.union(swift.matches(of: /"([a-z_]+(?:\.[a-z0-9_]+)+)"/).map { String($0.1) })
        let built = swift.matches(of: /"((?:desk\.[a-z]+|tally\.[a-z]+|write\.rule)_[a-z0-9_]*\\\([^"]*)"/).map { String($0.1) }
        patterns = try Set(built).map(Self.pattern)
    }

    /// Whether something in the sources asks for a key, by name or with a part that is known only when it is asked.
    func mentions(_ key: String) -> Bool {
        mentioned.contains(key) || patterns.contains { key.wholeMatch(of: $0) != nil }
    }

    /// `desk.counting_\(name)_title` as what it may become.
    private static func pattern(_ literal: String) throws -> Regex<Substring> {
        var pattern = "", depth = 0
        for sign in literal.replacing("\\(", with: "(") {
            if sign == "(" { depth += 1 }
            if depth == 0 { pattern += sign == "." ? "\\." : String(sign) }
            guard sign == ")" else { continue }
            depth -= 1
            if depth == 0 { pattern += "[a-z0-9_-]+" }
        }
        return try Regex(pattern, as: Substring.self)
    }

    /// Keys whose last part is a value of the domain.
    private static let byValue = Set(ofWriting + ofActions + ofPages + ofSupporters + ofAlerts + ofDesk + ofFollowUps + ofEditions + ofReplies)

    private static let ofWriting: [String] = {
        let ways = (Channel.allCases.map(\.rawValue) + SendingWay.allCases.map(\.rawValue)).map { "channel.\($0)" }
        let papers = WindowForm.allCases.map { "window.\($0.rawValue)" } + PaperSize.allCases.map { "paper.\($0.rawValue)" }
        let topics = (try? AdviceWords())?.allTopics.map { "advice.topic_\($0)" } ?? []
        return ways + papers + topics
    }()

    private static let ofActions: [String] = {
        let outputs =
            OutputKind.allCases.map { "kind.\($0.rawValue)" } + SearchState.allCases.map { "search.state_\($0.rawValue)" }
            + Outcome.allCases.map { "outcome.\($0.rawValue)" }
        let events = Outcome.allCases.map { "state.on_\($0.rawValue)" }
        let endings = EndReason.allCases.map { "end.\($0.rawValue)" }
        let states = ContactState.allCases.filter { !$0.isUsable }.flatMap { ["contact.state.\($0.rawValue)", "contact.state.\($0.rawValue)_on"] }
        return outputs + events + endings + states + ["action.call", "action.demands", "action.addressees", "action.target"].map { $0 + "_closed" }
    }()

    private static let ofSupporters: [String] = {
        let paces = Pace.allCases.map { "alerts.pace_\($0.rawValue)" } + Network.allCases.map { "alerts.network_\($0.rawValue)" }
        let places = Region.allCases.map { "region.\($0.rawValue)" } + Topic.allCases.map { "topic.\($0.rawValue)" }
        let lists = Topic.List.allCases.map { "topic.list_\($0.rawValue)" }
        let states = Supporter.State.allCases.map { "my.data_state_\($0.rawValue)" } + MyPage.Done.allCases.map { "my.done_\($0.rawValue)" }
        let browsers = BrowserPage.Done.allCases.map { "browser.done_\($0.rawValue)" }
        let letters = SupporterLetter.Occasion.toSupporters.flatMap { occasion in
            (["subject", "why", "else"] + (occasion == .goodbye ? [] : ["button"])).map { "supporter_mail.\(occasion.rawValue).\($0)" }
        }
        return paces + places + lists + states + browsers + letters
    }()

    private static let ofAlerts: [String] = {
        let tones = OutcomeTone.allCases.map(\.rawValue), kinds = Alert.Kind.allCases.filter { $0 != .outcome }.map(\.rawValue) + tones
        return kinds.flatMap { ["alert.subject.\($0)", "alert.intro.\($0)"] } + tones.map { "alert.subject.closed_\($0)" }
    }()

    private static let ofFollowUps: [String] = {
        let ways = FollowUp.kinds.map(\.rawValue) + ["extension", "close", "end", "reply", "rename", "withdraw"]
        return ways.flatMap { ["desk.followup_\($0)", "desk.followup_\($0)_text"] } + ["desk.audience_internal", "desk.audience_members"]
            + CaseColumns.tables.map { "desk.rename_in_\($0)" }
    }()

    private static let ofDesk: [String] = {
        let alerts = Alert.Kind.allCases.map { "desk.alert_\($0.rawValue)" } + Alert.State.allCases.map { "desk.alert_state_\($0.rawValue)" }
        let work = Job.State.allCases.map { "desk.job_\($0.rawValue)" } + Delivery.State.allCases.map { "desk.delivery_\($0.rawValue)" }
        let staff = Role.allCases.map { "desk.role_\($0.rawValue)" } + StaffMember.State.allCases.map { "desk.staff_\($0.rawValue)" }
        let columns = ["place", "when", "who", "what", "subject", "detail"].map { "desk.log_\($0)" }
        let troubles = ReviewTrouble.allCases.map(\.key)
        return troubles + DeskItem.allCases.map { "desk.nav_\($0.rawValue)" } + alerts + work + staff + columns
    }()

    private static let ofReplies: [String] = {
        ScanTrouble.allCases.map { "reply.trouble_\($0.rawValue)" } + Reply.State.allCases.map { "reply.handed_\($0.rawValue)" }
    }()

    private static let ofEditions: [String] = {
        let states = Adoption.State.allCases.flatMap { ["desk.editions_state_\($0.rawValue)", "desk.editions_since_\($0.rawValue)"] }
        let fields = Upstream.names.map { "desk.editions_field_\($0)" }
        let filters = DeskFilter.State.allCases.map { "desk.filter_\($0.rawValue)" }
        return states + fields + filters + ["no", "yes"].map { "desk.editions_waiting_\($0)" }
    }()

    private static let ofPages: [String] = {
        let navigation = Place.NavItem.allCases.map { "nav.\($0.rawValue)" } + ["about", "counting", "privacy", "contact"].map { "nav.\($0)" }
        let codes = ErrorPage.wordedCodes.map(String.init) + ["409_letters", "404_elsewhere"]
        let errors = codes.flatMap { code in ["title", "happened", "next"].map { "error.\(code)_\($0)" } }
        return navigation + SheetFormat.allCases.map { "document.\($0.rawValue)" } + errors
    }()

    /// `t.report_problem_token` is "report.problem_token": the first underscore of those that could be the dot is it.
    private static func key(_ name: String) -> String {
        guard let line = name.firstIndex(of: "_") else { return name }
        return name[..<line] + "." + name[name.index(after: line)...]
    }

    private static func text(of folder: URL, ending: String) throws -> String {
        let folder = folder.resolvingSymlinksInPath()
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }.filter { $0.hasSuffix(ending) } ?? []
        return try names.map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }.joined(separator: "\n")
    }
}
