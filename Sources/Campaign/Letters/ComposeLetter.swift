package import Documents
import Foundation

/// Makes the letter one supporter sends to one addressee. Pure: nothing it is given is kept anywhere.
package struct ComposeLetter: Sendable {
    let salutations: Salutations

    package init(salutations: Salutations) {
        self.salutations = salutations
    }

    /// What the supporter chose and typed.
    package struct Wishes: Sendable, Equatable {
        package var name: String
        package var place: String
        /// The date line, already in the letter's language.
        package var date: String
        /// Whether the first letters of the name are enough.
        package var hasInitials: Bool

        package init(name: String, place: String, date: String, hasInitials: Bool = false) {
            self.name = name
            self.place = place
            self.date = date
            self.hasInitials = hasInitials
        }

        /// What stands under the letter.
        package var signature: String { hasInitials ? Initials(of: name).text : name }

        fileprivate var fields: [MergeField: String] { [.name: signature, .place: place, .date: date] }
    }

    /// What the case says besides the model letter, for an addressee to whom the letter's own language gives no greeting.
    package struct Elsewhere: Sendable {
        let letters: [ModelLetter]
        /// Those the office prefers.
        let languages: [Language]

        package init(letters: [ModelLetter] = [], languages: [Language] = []) {
            self.letters = letters
            self.languages = languages
        }

        package init(_ output: Output) {
            self.init(letters: output.letters, languages: output.preferredLanguages)
        }
    }

    /// The finished letter. The printed greeting of the case wins; where it gives none for this addressee, the one that is usual for the
    /// office stands in; where the language has none, the one that is printed or usual in another, the office's own before English.
    ///
    /// - Parameters:
    ///   - addressees: all whom the edition names, so that nobody gets a greeting that is another's.
    ///   - words: the supporter's own text instead of the model's paragraphs; when it begins with a greeting of its own, that one stays.
    package func callAsFunction(
        _ model: ModelLetter, to addressee: Addressee, among addressees: [Addressee] = [], about subject: String, words: String? = nil,
        _ wishes: Wishes, elsewhere: Elsewhere = Elsewhere()
    ) -> Letter {
        let form = salutations.form(for: addressee, in: model.language), greeting = greeting(model, addressee, addressees, elsewhere)
        let paragraphs = (words.map { Paragraphs($0).paragraphs } ?? model.body).map { MergeText($0).filled(wishes.fields) }
        let isGreeted = words != nil && paragraphs.first.map(OwnGreeting.isGreeting) == true
        return Letter(
            language: model.language,
            dateLine: [wishes.place, wishes.date].filter { !$0.isEmpty }.joined(separator: model.language.comma),
            addressLines: [addressee.name, addressee.office].compactMap { $0 } + addressee.addressLines,
            subject: subject,
            greeting: isGreeted ? paragraphs[0] : greeting.words,
            isGreetingPrinted: greeting.isPrinted && !isGreeted,
            paragraphs: isGreeted ? Array(paragraphs.dropFirst()) : paragraphs,
            closing: closing(model.closing ?? form?.closing ?? "", wishes),
            name: wishes.signature
        )
    }

    private func greeting(
        _ model: ModelLetter, _ addressee: Addressee, _ addressees: [Addressee], _ elsewhere: Elsewhere
    ) -> (words: String, isPrinted: Bool) {
        if let printed = printed(model, addressee, addressees) { return (printed, true) }
        if let form = salutations.form(for: addressee, in: model.language) { return (form.greeting, false) }
        let others = elsewhere.letters.filter { $0.language != model.language }
        if let printed = salutations.greeting(in: addressee.salutation) ?? others.lazy.compactMap({ printed($0, addressee, addressees) }).first {
            return (printed, true)
        }
        let languages = elsewhere.languages + others.map(\.language) + ["en"]
        return (languages.lazy.compactMap { salutations.form(for: addressee, in: $0)?.greeting }.first ?? "", false)
    }

    /// What the case itself prints for this addressee in the language of the letter.
    private func printed(_ model: ModelLetter, _ addressee: Addressee, _ addressees: [Addressee]) -> String? {
        model.greeting.flatMap { belongs($0, to: addressee, among: addressees) ? $0 : nil }
            ?? salutations.greeting(in: addressee.salutation, language: model.language)
    }

    /// Without the lines that only make room for the name, which stands below.
    private func closing(_ printed: String, _ wishes: Wishes) -> String {
        printed.split(separator: "\n").map { MergeText(String($0)) }.filter { !$0.isOnlyFields }.map { $0.filled(wishes.fields) }
            .joined(separator: "\n")
    }

    /// A greeting belongs to the person it names; one that names nobody to the first who is asked to act.
    ///
    /// A salutation such as "His Excellency Mr." is a style for the envelope, no greeting.
    private func belongs(_ greeting: String, to addressee: Addressee, among addressees: [Addressee]) -> Bool {
        if addressee.salutation == greeting || addressee.isNamed(in: greeting) { return true }
        guard addressee.role == .target, !addressees.contains(where: { $0.isNamed(in: greeting) }) else { return false }
        return addressees.isEmpty ? addressee.name == nil : addressees.first { $0.role == .target } == addressee
    }
}

extension Addressee {
    fileprivate func isNamed(in greeting: String) -> Bool {
        name.map(PersonalName.init)?.isNamed(in: greeting) ?? false
    }
}
