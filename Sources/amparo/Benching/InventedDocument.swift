/// One document of an invented archive: cases of three outputs, in the layouts of several decades, made from a number and always the same.
struct InventedDocument {
    let number: Int

    /// Three documents of a case follow each other; a layout and a language go with the case.
    private var caseNumber: Int { number / 3 }
    private var output: Int { number % 3 + 1 }
    private var year: Int { 1990 + caseNumber / 360 % 80 }
    private var serial: Int { caseNumber % 360 + 1 }
    private var month: Int { serial / 31 % 12 + 1 }
    private var day: Int { caseNumber % 7 + (output - 1) * 8 + 1 }
    private var previous: InventedDocument { InventedDocument(number: number - 1) }
    private var yy: String { let short = year % 100; return short < 10 ? "0\(short)" : "\(short)" }
    private var name: String { "\(pick(Self.forenames, 1)) \(pick(Self.surnames, 2))" }
    private var place: (country: String, class: String) { pick(Self.places, 3) }
    private var code: String { "\(place.class)/\(1000 + number % 8999)/\(year)" }

    var fileName: String { "\(year)-\(String(100_000 + number).dropFirst()).txt" }

    var text: String {
        switch caseNumber % 5 {
        case 0: form(.english)
        case 1: telegram
        case 2: form(.spanish)
        case 3: sheet(.german)
        default: sheet(.french)
        }
    }

    private func pick<Element>(_ elements: [Element], _ salt: Int) -> Element {
        elements[(caseNumber &* 31 &+ salt &* 17) % elements.count]
    }

    /// The same sentences in an order that depends on the document, until there are as many as a page holds.
    private func prose(_ sentences: [String], _ count: Int) -> String {
        (0..<count).map { sentences[($0 &* 5 &+ number) % sentences.count] }.joined(separator: " ")
    }

    private func letter(_ words: InventedWords) -> String {
        """
        \(words.greeting)

        \(name) \(pick(words.leads, output))

        \(prose(words.background, 4))

        \(words.demands.joined(separator: "\n\n"))

        \(words.closing)
        """
    }

    private var addressee: String {
        """
        Minister of Justice
        \(pick(Self.forenames, 5)) \(pick(Self.surnames, 6))
        Ministry of Justice
        Example Square \(caseNumber % 90 + 1)
        \(place.country)
        Fax: +999 1 \(100 + caseNumber % 899) \(1000 + caseNumber % 8999)
        E-mail: minister\(caseNumber)@example.org
        """
    }
}

extension InventedDocument {
    /// Headings in capitals, the letter in the middle, labelled facts at the end.
    private func form(_ words: InventedWords) -> String {
        let ordinal = ["First", "Second", "Third"][output - 1]
        return """
            \(ordinal) UA: \(serial)/\(yy) Index: \(code) \(place.country) Date: \(words.day(day, month, year))

            URGENT ACTION

            \(pick(words.titles, output).uppercased())

            \(name) \(pick(words.leads, output)) \(prose(words.background, 3))

            TAKE ACTION: WRITE AN APPEAL IN YOUR OWN WORDS OR USING THIS MODEL LETTER

            \(addressee)

            \(letter(words))

            ADDITIONAL INFORMATION

            \(prose(words.background, 8))

            PREFERRED LANGUAGE TO ADDRESS TARGET: English. You can also write in your own language.

            PLEASE TAKE ACTION AS SOON AS POSSIBLE UNTIL: \(words.day(28, month % 12 + 1, month == 12 ? year + 1 : year))

            NAME AND PRONOUN: \(name) (they/them)
            \(output > 1 ? "\nLINK TO PREVIOUS UA: https://www.amnesty.org/en/documents/\(previousPath)/en/\n" : "")
            """
    }

    private var previousPath: String { previous.code.lowercased().split(separator: " ").joined() }

    /// As they were typed before there were forms.
    private var telegram: String {
        let words = InventedWords.english
        let head =
            output == 1
            ? "UA \(serial)/\(yy)        \(words.titles[caseNumber % words.titles.count])"
            : "Further information on UA \(serial)/\(yy) (\(previous.code), \(words.day(previous.day, month, year)))"
        return """
            EXTERNAL (for general distribution)                AI Index: \(code)
                                                               \(words.day(day, month, year))

            \(head)

            \(place.country.uppercased())        \(name)

            \(name) \(pick(words.leads, output)) \(prose(words.background, 5))

            BACKGROUND INFORMATION

            \(prose(words.background, 8))

            RECOMMENDED ACTION: Please send telegrams/telexes/faxes/express/airmail letters:
            - asking where \(name) is held;
            - urging that a lawyer and a doctor be let in without delay;
            - asking that the threats be looked into.

            APPEALS TO:

            \(addressee)
            Salutation: Dear Minister

            COPIES TO: diplomatic representatives of \(place.country) accredited to your country.

            PLEASE SEND APPEALS IMMEDIATELY. Check with the International Secretariat, or your section office, if sending appeals after \
            \(words.day(28, month % 12 + 1, month == 12 ? year + 1 : year)).
            """
    }

    /// A section's page of a later decade, in its own language.
    private func sheet(_ words: InventedWords) -> String {
        let isGerman = words.language == "de"
        return """
            \(isGerman ? "Urgent Action" : "Action urgente") \(isGerman ? "UA" : "AU") \(serial)/\(yy)\(output > 1 ? "-\(output - 1)" : "")
            \(pick(words.titles, output))
            \(place.country) | \(words.day(day, month, year)) | Index: \(code)

            \(name) \(pick(words.leads, output)) \(prose(words.background, 3))

            \(isGerman ? "Hintergrund" : "Contexte")

            \(prose(words.background, 6))

            \(isGerman ? "Musterbrief" : "Lettre type")

            \(letter(words))

            \(isGerman ? "Appelle an" : "Appels à")

            \(addressee)

            \(isGerman ? "Bitte schreiben Sie bis spätestens" : "Merci d'envoyer vos appels avant le") \
            \(words.day(28, month % 12 + 1, month == 12 ? year + 1 : year)).
            """
    }

    private static let forenames = ["Ilse", "Wanjiru", "Bishnu", "Tomasa", "Goran", "Leyla", "Aimé", "Noor", "Pilar", "Sione", "Vida"]
    private static let surnames = ["Brandmark", "Otieno", "Rai", "Quispe Luna", "Marković", "Aydın", "Ndayizeye", "Rahmani", "Zabala", "Fifita"]
    private static let places: [(country: String, class: String)] = [
        ("Kenya", "AFR 32"), ("Nepal", "ASA 31"), ("Peru", "AMR 46"), ("Estonia", "EUR 51"), ("Honduras", "AMR 37"), ("Egypt", "MDE 12"),
        ("Turkey", "EUR 44"),
    ]
}
