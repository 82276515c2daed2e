/// Arabic out of a PDF, where pdftotext gives the letters of the ligature lam-alef the wrong way round: "اإلفراج" for "الإفراج".
///
/// Only what cannot be Arabic is turned back: an alef before an alef with hamza, and a few small words. Inside a word both orders occur,
/// so the rest stays as it came, and the draft says so.
enum LamAlef {
    static func repaired(_ word: String) -> String {
        guard word.unicodeScalars.contains(alef) else { return word }
        if let whole = whole[word] { return whole }
        var letters = Array(word.unicodeScalars)
        for index in letters.indices.dropFirst().dropLast() where letters[index + 1] == lam {
            guard hamzas.contains(letters[index]), letters[index - 1] == alef else { continue }
            letters.swapAt(index, index + 1)
        }
        return String(String.UnicodeScalarView(letters))
    }

    private static let alef: Unicode.Scalar = "\u{627}", lam: Unicode.Scalar = "\u{644}"
    /// With hamza above, below, and with madda.
    private static let hamzas: Set<Unicode.Scalar> = ["\u{623}", "\u{625}", "\u{622}"]

    /// Words that are none the other way round.
    private static let whole = [
        "ال": "لا", "وال": "ولا", "فال": "فلا", "إال": "إلا", "أال": "ألا", "خالل": "خلال", "وخالل": "وخلال", "ثالثة": "ثلاثة",
    ]
}
