import Campaign
import Documents

/// Every address of the site, in one place: routes are added under the same shapes, pages and tests ask here.
enum Links {
    static func home(_ language: Language) -> String { "/\(language)/" }
    static func list(_ language: Language, country: String?) -> String { home(language) + (country.map { "?country=\($0)" } ?? "") }
    static func guide(_ name: Guide.Name, _ language: Language) -> String { "/\(language)/\(name.rawValue)" }
    static func archive(_ language: Language, year: Int? = nil, month: Int? = nil) -> String {
        "/" + ([language.rawValue, "archive"] + [year, month].compactMap { $0.map(String.init) }).joined(separator: "/")
    }

    static func action(_ reference: Reference, _ language: Language, ordinal: Int? = nil) -> String {
        "/\(language)/actions/\(reference.slug)" + (ordinal.map { "/\($0)" } ?? "")
    }

    static func write(_ reference: Reference, _ language: Language, addressee: Int? = nil, letter: Language? = nil) -> String {
        let query = [addressee.map { "addressee=\($0)" }, letter.map { "language=\($0)" }].compactMap { $0 }.joined(separator: "&")
        return action(reference, language) + "/write" + (query.isEmpty ? "" : "?" + query)
    }

    /// The picture beside a link to what is shown.
    static func card(_ view: ActionView, _ language: Language) -> String { view.path(in: language) + "/card.png" }
    static func embed(_ reference: Reference, _ language: Language) -> String { action(reference, language) + "/embed" }
    /// Where to ask how a page is put into another one; the page's own address is escaped for a query.
    static func embedding(of address: String) -> String {
        "/oembed?url=" + PercentEncoding.encoded(address)
    }
    static func letters(_ reference: Reference, _ language: Language) -> String { action(reference, language) + "/letters" }
    static func addresses(_ reference: Reference, _ language: Language) -> String { action(reference, language) + "/addresses" }
    static func report(_ reference: Reference, _ language: Language, channel: Channel? = nil) -> String {
        action(reference, language) + "/report" + (channel.map { "?channel=\($0.rawValue)" } ?? "")
    }

    /// Where a group's report of that action begins.
    static func report(_ reference: Reference, _ language: Language, of group: GroupCode) -> String {
        report(reference, language) + "?group=\(group.text)"
    }
    static func reports(_ reference: Reference, _ language: Language) -> String { action(reference, language) + "/reports" }
    static func thanks(_ reference: Reference, _ language: Language, _ kind: ThanksPage.Kind) -> String {
        action(reference, language) + "/thanks" + (kind == .visit ? "" : "?\(kind.rawValue)=1")
    }

    static func pack(_ language: Language) -> String { "/\(language)/pack" }
    static func groups(_ language: Language) -> String { "/\(language)/groups" }

    /// A group's return for these actions, or for all that take reports.
    static func group(_ code: GroupCode, _ language: Language, of references: [Reference] = []) -> String {
        groups(language) + "/\(code.text)" + (references.isEmpty ? "" : "?actions=" + slugs(references))
    }

    static func groupReports(_ code: GroupCode, _ language: Language) -> String { group(code, language) + "/reports" }
    static func groupThanks(_ code: GroupCode, _ language: Language, _ receipt: GroupReceipt) -> String {
        let query = [
            receipt.counted.isEmpty ? nil : "counted=" + slugs(receipt.counted), receipt.missed.isEmpty ? nil : "missed=" + slugs(receipt.missed),
            receipt.isRepeated ? "again=1" : nil,
        ]
        return group(code, language) + "/thanks?" + query.compactMap { $0 }.joined(separator: "&")
    }

    private static func slugs(_ references: [Reference]) -> String {
        references.map(\.slug).joined(separator: ",")
    }

    /// - Parameter paper: nil for the sheet that is usual in the section's country.
    static func document(
        _ reference: Reference, _ ordinal: Int, _ language: Language, _ sheet: Sheet, _ format: SheetFormat, paper: PaperSize? = nil
    ) -> String {
        "/documents/\(reference.slug)/\(ordinal)/\(language)/\(sheet.rawValue).\(format.rawValue)" + (paper.map { "?paper=\($0.rawValue)" } ?? "")
    }

    static let go = "/go"
}

/// Signing up, and what belongs to one supporter. The letters to supporters lead to the same shapes (`SupporterLinks`).
extension Links {
    static func alerts(_ language: Language, following reference: Reference? = nil) -> String {
        "/\(language)/alerts" + (reference.map { "?action=\($0.slug)" } ?? "")
    }

    static func alertsSent(_ language: Language) -> String { alerts(language) + "/sent" }
    static func alertsWelcome(_ language: Language) -> String { alerts(language) + "/welcome" }
    static func confirm(_ token: String, _ language: Language) -> String { alerts(language) + "/confirm/\(token)" }
    static func stop(_ token: String, _ language: Language) -> String { alerts(language) + "/stop/\(token)" }
    static func phone(_ token: String, _ language: Language) -> String { alerts(language) + "/phone/\(token)" }
    /// Notices in a browser, or a form of that page by its name.
    static func browser(_ language: Language, _ part: String? = nil) -> String { alerts(language) + "/browser" + (part.map { "/\($0)" } ?? "") }
    static func browser(_ language: Language, following reference: Reference?) -> String {
        browser(language) + (reference.map { "?action=\($0.slug)" } ?? "")
    }

    static func browser(_ language: Language, done: BrowserPage.Done) -> String { browser(language) + "?done=\(done.rawValue)" }
    static func follow(_ reference: Reference, _ language: Language) -> String { action(reference, language) + "/follow" }

    /// My urgent actions, or a page or form of them by its name.
    static func my(_ language: Language, _ part: String? = nil) -> String { "/\(language)/my" + (part.map { "/\($0)" } ?? "") }
    static func my(_ language: Language, done: MyPage.Done) -> String { my(language) + "?done=\(done.rawValue)" }
    static func enter(_ token: String, _ language: Language) -> String { my(language, "enter") + "/\(token)" }
    static func newAddress(_ token: String, _ language: Language) -> String { my(language, "address") + "/\(token)" }
    static func stay(_ token: String, _ language: Language) -> String { my(language, "stay") + "/\(token)" }
}

/// Which document of an output: the case, the letter of one language, or all its letters.
enum Sheet: String, CaseIterable { case sheet, letter, letters }
