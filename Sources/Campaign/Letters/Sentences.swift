import Documents

/// The sentences of a paragraph, as far as full stops, question and exclamation marks tell.
enum Sentences {
    private static let ends: Set<Character> = [".", "!", "?", "؟", "。", "！", "？", "።"]

    static func of(_ paragraph: String) -> [String] {
        var sentences: [String] = [], sentence = ""
        let letters = Array(paragraph)
        for (place, letter) in letters.enumerated() {
            sentence.append(letter)
            let isLast = place == letters.count - 1
            let isFull = ends.contains(letter) && (isLast || letters[place + 1].isWhitespace || "。！？".contains(letter))
            // "Mr. Otieno": a word of one or two letters before the stop is an abbreviation.
            if isFull && (isLast || letter != "." || (sentence.split(whereSeparator: \.isWhitespace).last?.count ?? 0) > 3) {
                sentences.append(sentence.trimmingBlanks)
                sentence = ""
            }
        }
        return (sentences + [sentence.trimmingBlanks]).filter { !$0.isEmpty }
    }
}
