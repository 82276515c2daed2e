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

    /// The finished letter. The printed greeting of the case wins; where it gives none for this addressee, the one that is usual for the
    /// office stands in.
    ///
    /// - Parameters:
    ///   - addressees: all whom the edition names, so that nobody gets a greeting that is another's.
    ///   - words: the supporter's own text instead of the model's paragraphs; when it begins with a greeting of its own, that one stays.
    package func callAsFunction(
        _ model: ModelLetter, to addressee: Addressee, among addressees: [Addressee] = [], about subject: String, words: String? = nil,
        _ wishes: Wishes
    ) -> Letter {
        let form = salutations.form(for: addressee, in: model.language)
        let printed = model.greeting.flatMap { belongs($0, to: addressee, among: addressees) ? $0 : nil }
        let paragraphs = (words.map { Paragraphs($0).paragraphs } ?? model.body).map { MergeText($0).filled(wishes.fields) }
        let isGreeted = words != nil && paragraphs.first.map(OwnGreeting.isGreeting) == true
        return Letter(
            language: model.language,
            dateLine: [wishes.place, wishes.date].filter { !$0.isEmpty }.joined(separator: ", "),
            addressLines: [addressee.name, addressee.office].compactMap { $0 } + addressee.addressLines,
            subject: subject,
            greeting: isGreeted ? paragraphs[0] : printed ?? form?.greeting ?? "",
            isGreetingPrinted: printed != nil && !isGreeted,
            paragraphs: isGreeted ? Array(paragraphs.dropFirst()) : paragraphs,
            closing: closing(model.closing ?? form?.closing ?? "", wishes),
            name: wishes.signature
        )
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
