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

    @Test func `all languages have the same keys`() throws {
        let english = Set(try #require(files["en"]).keys)
        for (language, words) in files {
            #expect(english.subtracting(words.keys).sorted() == [], "missing in \(language)")
            #expect(Set(words.keys).subtracting(english).sorted() == [], "only in \(language)")
        }
    }

    @Test func `all languages fill the same places, in every plural`() throws {
        for (key, english) in try #require(files["en"]) {
            for (language, words) in files {
                guard let wording = words[key] else { continue }
                #expect(wording.places == english.places, "\(key) in \(language)")
                #expect(wording.isPlural == english.isPlural, "\(key) in \(language)")
            }
        }
    }

    @Test func `every plural has the forms of its language`() {
        for (language, words) in files {
            for (key, wording) in words {
                guard case .plural(let forms) = wording else { continue }
                #expect(Set(forms.keys) == ["one", "other"], "\(key) in \(language)")
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
