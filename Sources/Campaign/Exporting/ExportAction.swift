import Foundation
package import Documents
package import Storage

/// Says an action in Amparo's own format: one document for each output and language, or the withdrawal alone.
package struct ExportAction: Sendable {
    let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    /// Throws `ActionRefusal.unknownReference`.
    package func callAsFunction(_ reference: Reference) async throws -> [NativeDocument] {
        try await database.read { db in
            let action = try db.wholeAction(reference)
            if let withdrawal = try db.withdrawal(of: action) { return [.withdrawal(withdrawal.withoutNames(of: action))] }
            return try db.natives(of: action).map { .output($0) }
        }
    }
}

extension Connection {
    /// The outputs that the value holds, each in its languages.
    func natives(of action: Action) throws -> [NativeOutput] {
        let topics = try topics(of: action.id).map(\.rawValue).sorted()
        return try action.outputs.flatMap { output in
            try output.nativeLanguages.enumerated().map { place, language in
                try native(output, of: action, about: topics, in: language, isFirst: place == 0)
            }
        }
    }

    /// The first document of an output carries what has no language.
    private func native(
        _ output: Output, of action: Action, about topics: [String], in language: Language?, isFirst: Bool
    ) throws -> NativeOutput {
        var native = NativeOutput(reference: action.reference, ordinal: output.ordinal, kind: output.kind)
        native.isInvented = action.isInvented
        native.countries = action.countries.sorted { $0.code < $1.code }
        native.subjects = action.subjects.map { NativeOutput.Subject(name: $0.name, pronouns: $0.pronouns) }
        native.topics = topics
        native.facts = NativeOutput.Facts(try outputFacts(output.id))
        native.facts.extensions = output.extensions.map(NativeOutput.Extension.init)
        native.facts.corrects = action.outputs.first { $0.id == output.corrects }?.ordinal
        native.facts.audience = output.audience == .everybody ? nil : output.audience.rawValue
        native.published = try publication(of: output.id)
        native.language = language
        if let language { native.words = NativeWords(output, in: language) }
        guard isFirst else { return native }
        native.socialPosts = output.socialPosts
        native.editions = try output.editions.map { try NativeEdition($0, counts: importedCounts(of: output.id, in: $0.section)) }
        return native
    }
}

extension Output {
    /// The languages it says anything in, those with a text first; one document without a language when there are none.
    fileprivate var nativeLanguages: [Language?] {
        let spoken = Set(texts.map(\.language)),
            others = Set(letters.map(\.language) + editions.flatMap(\.words.keys) + notes.map(\.language)).subtracting(spoken)
        let all = [spoken, others].flatMap { $0.sorted { $0.rawValue < $1.rawValue } }
        return all.isEmpty ? [nil] : all
    }
}

extension NativeWithdrawal {
    /// The reason was typed freely; every name that the case knows, and every part of one that is not a small word, is left out of it.
    fileprivate func withoutNames(of action: Action) -> NativeWithdrawal {
        let names = action.subjects.flatMap { subject in
            [subject.name] + subject.name.split(separator: " ").filter { $0.count > 2 && $0.first?.isLowercase == false }.map(String.init)
        }
        let kept = names.reduce(reason) { $0.replacingOccurrences(of: $1, with: "…", options: .caseInsensitive) }
        return NativeWithdrawal(reference: reference, stamp: stamp, reason: kept)
    }
}
