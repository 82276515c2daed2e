@testable import Campaign
import Documents
import Foundation
import Testing

@Suite struct ShippedTranslationsTests {
    private let files: [Language: [String: Translations.Wording]]

    init() throws {
        files = try Dictionary(
            uniqueKeysWithValues: Resources.files(in: "Languages", ending: "json").map { file in
                let language = Language(file.deletingPathExtension().lastPathComponent)
                return (language, try JSONDecoder().decode([String: Translations.Wording].self, from: Data(contentsOf: file)))
            })
    }

    @Test func `every language that a shipped section offers has its words`() throws {
        let offered = Set(try ShippedSection.all().flatMap(\.languages).map { Language($0) })
        #expect(offered.subtracting(files.keys).isEmpty)
    }

    @Test func `pages, mails and documents can be in thirteen languages, the desk in four of them`() throws {
        let catalogue = try Catalogue.shipped()
        let thirteen = ["ar", "de", "en", "es", "fa", "fr", "it", "nl", "pt", "ru", "tr", "uk", "zh-Hans"]
        #expect(catalogue.languages.map(\.rawValue) == thirteen)
        #expect(catalogue.deskLanguages == ["de", "en", "es", "fr"])
    }

    /// What is said here is a list to work from: the keys of each file that lacks some.
    @Test func `every language has every word but those for staff, which it has all of or none`() throws {
        let english = Set(try #require(files["en"]).keys), staff = english.filter(Translations.isForStaff)
        for (language, words) in files.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let own = Set(words.keys), wanted = own.isDisjoint(with: staff) ? english.subtracting(staff) : english
            let missing = wanted.subtracting(own).sorted(), strange = own.subtracting(english).sorted()
            #expect(missing.isEmpty, "\(language).json lacks \(missing.count) keys:\n\(missing.joined(separator: "\n"))")
            #expect(strange.isEmpty, "\(language).json has \(strange.count) keys that en.json has not:\n\(strange.joined(separator: "\n"))")
        }
    }

    @Test func `all languages fill the same places, in every plural`() throws {
        for (key, english) in try #require(files["en"]) {
            for (language, words) in files {
                guard let wording = words[key] else { continue }
                #expect(wording.places == english.places, "\(key) in \(language)")
                #expect(wording.isPlural == english.isPlural, "\(key) in \(language)")
                guard english.places.contains("count"), case .plural(let forms) = wording else { continue }
                for (category, form) in forms where ["few", "many", "other"].contains(category) {
                    #expect(form.contains("{count}"), "\(key), \(category), in \(language): the number is lost")
                }
            }
        }
    }

    @Test func `every plural has exactly the forms that CLDR gives its language`() {
        for (language, words) in files {
            for (key, wording) in words {
                guard case .plural(let forms) = wording else { continue }
                #expect(Set(forms.keys) == Set(PluralRule.categories(in: language)), "\(key) in \(language)")
            }
        }
    }

    @Test func `figures are 0 to 9 in every language, as in references and phone numbers`() {
        for (language, words) in files {
            for (key, wording) in words {
                #expect(
                    wording.texts.allSatisfy { text in text.allSatisfy { !$0.isWholeNumber || $0.isASCII || $0.isLetter } }, "\(key) in \(language)")
            }
        }
    }

    @Test func `no word is empty`() {
        for (language, words) in files {
            for (key, wording) in words {
                #expect(wording.texts.allSatisfy { !$0.allSatisfy(\.isWhitespace) }, "\(key) in \(language)")
            }
        }
    }

    @Test func `the gaps that a language speaks of are gaps that a letter knows`() throws {
        for (language, words) in files {
            for (key, field) in [("write.fields_note", MergeField.name), ("action.letter_name", .name), ("action.letter_place", .place)] {
                let text = try #require(words[key]?.texts.first)
                let gap = try #require(text.firstMatch(of: /\[([^\]]+)\]/)).output.1
                #expect(MergeField(named: gap) == field, "\(key) in \(language)")
            }
        }
    }

    @Test(arguments: Said.messages)
    func `every refusal can be said`(_ message: Message) throws {
        let wording = try #require(files["en"]?[message.key])
        #expect(wording.places.subtracting(message.values.keys).isEmpty)
    }
}

extension Translations.Wording {
    fileprivate var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .plural(let forms): forms.values.sorted()
        }
    }

    fileprivate var isPlural: Bool {
        if case .plural = self { true } else { false }
    }

    /// The names in braces. Any form of a plural may leave the number out.
    fileprivate var places: Set<String> {
        Set(texts.flatMap { $0.matches(of: /\{([a-z_]+)\}/).map { String($0.output.1) } })
    }
}

/// What the operations refuse with.
private enum Said {
    static let reference = Reference(series: .UA, serial: 5, year: 2021)

    static let actions: [ActionRefusal] = [
        .unknownReference("UA 5/21"), .unknownOutput(reference, 2), .withdrawn, .alreadyWithdrawn(reference), .alreadyPublished(reference),
        .nothingToSay(reference), .nothingPublished(reference), .alreadyClosed(reference), .notForEverybody(reference, 2),
    ]
    static let extensions: [ExtensionRefusal] = [
        .notPublished(reference, nil), .notPublished(reference, 2), .superseded(reference, by: 2), .asksForNoLetters(reference), .ended(reference),
        .noDeadline(reference), .notLater(reference, Day(number: 0)), .past(Day(number: 0)), .unknownSection("x"),
        .notShown(reference, .international),
    ]
    static let followUps: [FollowUpRefusal] = [.nothingPublished(reference), .draftWaiting(reference, 2), .unknownOutput(reference, 2)]
    static let renamings: [RenamingRefusal] = [.noName, .nobodyOfThatName(reference), .changedMeanwhile]
    static let reports: [ReportRefusal] = [.closed(since: nil), .closed(since: Day("2021-11-30")), .tooManyWaiting, .stopping]
    static let imports: [ImportRefusal] = [
        .noReference, .alreadyPublic(reference, 2), .unknownSection(.international), .uncertain(["title"]), .notForEverybody(reference),
    ]
    static let forms = ["report.problem_channel", "report.problem_quantity", "report.problem_token"].map { Message($0) }
    static let messages =
        actions.map(\.message) + extensions.map(\.message) + followUps.map(\.message) + renamings.map(\.message) + reports.map(\.message)
        + imports.map(\.message) + forms
}
