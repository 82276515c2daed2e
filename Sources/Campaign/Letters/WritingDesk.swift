import Documents

/// Everything that helps with a letter, read from the shipped files once at start.
package struct WritingDesk: Sendable {
    package let compose: ComposeLetter
    package let advise: AdviseLetter
    package let words: AdviceWords
    package let phrases: CallPhrases
    package let clock: LocalClock

    package init() throws {
        let words = try AdviceWords()
        compose = ComposeLetter(salutations: try Salutations())
        advise = AdviseLetter(words: words)
        self.words = words
        phrases = try CallPhrases()
        clock = try LocalClock()
    }
}
