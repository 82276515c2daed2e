package import Documents
import Foundation

/// What an update asks for, beside what the document before it asked for in the same language.
package struct DemandChanges: Sendable, Equatable {
    package let kept: [String]
    package let new: [String]
    /// As they stood in the document before.
    package let dropped: [String]

    /// Demands are the same when their words are: capitals, points and blanks make no other demand.
    package init(from before: [String], to now: [String]) {
        let old = Set(before.map(Self.folded)), present = Set(now.map(Self.folded))
        kept = now.filter { old.contains(Self.folded($0)) }
        new = now.filter { !old.contains(Self.folded($0)) }
        dropped = before.filter { !present.contains(Self.folded($0)) }
    }

    package var isEmpty: Bool { new.isEmpty && dropped.isEmpty }

    private static func folded(_ demand: String) -> String {
        let words = demand.precomposedStringWithCanonicalMapping.lowercased().split { !$0.isLetter && !$0.isNumber }
        return words.joined(separator: " ")
    }
}

extension Action {
    /// The published output that `output` took the place of.
    package func predecessor(of output: Output) -> Output? {
        outputs.last { $0.ordinal < output.ordinal && $0.publishedAt != nil }
    }

    /// What changed in what is asked for since the document before; nil where there is nothing to compare: no document before, none in that
    /// language, no demands in either, or one that asks for no letters.
    package func demandChanges(of output: Output, in language: Language) -> DemandChanges? {
        guard output.kind.asksForLetters, let before = predecessor(of: output)?.texts.first(where: { $0.language == language }),
            let now = output.texts.first(where: { $0.language == language }), !(before.demands + now.demands).isEmpty
        else { return nil }
        return DemandChanges(from: before.demands, to: now.demands)
    }
}
