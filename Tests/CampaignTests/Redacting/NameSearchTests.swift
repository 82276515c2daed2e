import Documents
import Testing

@testable import Campaign

@Suite struct NameSearchTests {
    private func replaced(_ text: String, _ names: [(String, String)], _ language: Language? = nil, onlySure: Bool = false) -> String {
        let search = NameSearch(names.compactMap { SoughtName($0.0, $0.1) })
        return text.replacing(search.hits(in: text, language).filter { !onlySure || $0.isSure })
    }

    @Test(arguments: [
        ("Maria Lopez was taken.", "Ana Gil was taken."), ("MARIA LOPEZ IN DANGER", "ANA GIL IN DANGER"), ("María López, 30", "Ana Gil, 30"),
        ("for Maria\u{A0}Lopez’s sake", "for Ana Gil’s sake"), ("Maria\nLopez", "Ana Gil"), ("Mar\u{AD}ia Lopez", "Ana Gil"),
        ("#FreeMariaLopez now", "#FreeAnaGil now"), ("@MariaLopez", "@AnaGil"),
        ("Maria Lopezino and Ana-Maria Lopez", "Maria Lopezino and Ana-Ana Gil"),
        ("“Maria Lopez”", "“Ana Gil”"), ("Mariana Lopez", "Mariana Lopez"), ("Maria Lopez\u{301}", "Ana Gil"),
    ])
    func `a name is found however it is printed, and never inside another`(_ text: String, _ wanted: String) {
        #expect(replaced(text, [("Maria Lopez", "Ana Gil")]) == wanted)
    }

    @Test(arguments: [
        ("Wanjirus Anwältin", "Otienos Anwältin", "de"), ("Wanjirus Anwältin", "Wanjirus Anwältin", "en"), ("Wanjirun", "Wanjirun", "de"),
        ("die Wanjiru-Kampagne", "die Otieno-Kampagne", "de"),
    ])
    func `a German genitive is the name, and other endings are other words`(_ text: String, _ wanted: String, _ language: String) {
        #expect(replaced(text, [("Wanjiru", "Otieno")], Language(language)) == wanted)
    }

    @Test func `what ends in s takes an apostrophe in German`() {
        #expect(replaced("Wanjirus Haft", [("Wanjiru", "Max")], "de") == "Max’ Haft")
        #expect(replaced("Wanjirus Haft", [("Wanjiru", "W. O.")], "de") == "W. O. Haft")
    }

    @Test(arguments: [
        ("l’avocate d’Amina", "l’avocate de Rosa"), ("parce qu'Amina dort", "parce que Rosa dort"), ("D’Amina", "De Rosa"), ("Aminata", "Aminata"),
    ])
    func `French takes back what it had elided`(_ text: String, _ wanted: String) {
        #expect(replaced(text, [("Amina", "Rosa")], "fr") == wanted)
        #expect(replaced("d’Amina", [("Amina", "Irène")], "fr") == "d’Irène")
    }

    @Test(arguments: [
        ("وأحمد هنا", "وسالم هنا"), ("رسالة لأحمد", "رسالة لسالم"), ("أحْمَد", "سالم"), ("احمد", "سالم"), ("أحمدي", "أحمدي"), ("محمد", "محمد"),
    ])
    func `Arabic writes "and" and "to" onto a name, and leaves vowels out`(_ text: String, _ wanted: String) {
        #expect(replaced(text, [("أحمد", "سالم")], "ar") == wanted)
    }

    @Test func `Chinese sets no blanks, and Korean joins particles to the end`() {
        #expect(replaced("律师王小明被捕。", [("王小明", "李某")], "zh") == "律师李某被捕。")
        #expect(replaced("김민수는 갇혔다", [("김민수", "이모")], "ko") == "이모는 갇혔다")
        #expect(replaced("박김민수", [("김민수", "이모")], "ko") == "박김민수")
    }

    @Test func `a single word that may be another is shown and not sure`() {
        let names = [("Hope", "Joy")]
        #expect(replaced("We hope for Hope. HOPE!", names, onlySure: true) == "We hope for Joy. JOY!")
        #expect(replaced("We hope for Hope.", names) == "We Joy for Joy.")
        #expect(replaced("Anne-Hope", names, onlySure: true) == "Anne-Hope")
        #expect(replaced("#FreeHope #freehopenow", names, onlySure: true) == "#FreeJoy #freehopenow")
    }

    @Test func `the longest name counts, the new name is never searched, and words fit their sentence`() {
        #expect(replaced("Maria Lopez and Maria", [("Maria Lopez", "Maria José Gil"), ("Maria", "Maria José")]) == "Maria José Gil and Maria José")
        #expect(replaced("Maria José and Maria", [("Maria", "Maria José")]) == "Maria José and Maria José")
        #expect(
            replaced("Maria is held. “Maria” waits for Maria.", [("Maria", "a woman")])
                == "A woman is held. “A woman” waits for a woman.")
    }

    @Test func `markup has names as markup writes them`() {
        let search = NameSearch([SoughtName("Siobhán O'Brien", "Ann & Co")].compactMap { $0 })
        let html = ("<p>\("Siobhán O'Brien") &amp;</p>" as HTML).text
        let text = CaseText(table: "alert_text", column: "html", key: ["1"], language: "en", isMarkup: true, words: html)
        #expect(html.replacing(search.hits(in: text)).contains("Ann &amp; Co"))
        #expect(!html.replacing(search.hits(in: text)).contains("Brien"))
    }

    @Test func `a hash finds the name without holding it`() {
        let name = SoughtName("Maria Lopez", "Ana Gil")
        let patterns = name.map(NamePattern.all)?.map { $0.hashed("some salt") } ?? []
        #expect(!"\(patterns)".contains("Lopez") && !"\(patterns)".contains("lopez"))
        let search = NameSearch(patterns), text = "MARÍA LÓPEZ, Maria Lopezino, #FreeMariaLopez"
        #expect(text.replacing(search.hits(in: text)) == "ANA GIL, Maria Lopezino, #FreeAnaGil")
    }

    @Test(arguments: ["", "  ", "…", "Maria = "])
    func `what says nothing is no name`(_ text: String) {
        #expect(SoughtName(variant: text, else: text == "Maria = " ? "" : "Ana") == nil)
    }
}
