import Documents
import Testing

@Suite struct LanguageMarksTests {
    @Test(
        arguments: [("en", "Date: today"), ("fr", "Date\u{A0}: today"), ("fr-CA", "Date\u{A0}: today"), ("zh-Hans", "Date：today")]
            as [(Language, String)])
    func `a label and its value are parted as the language does`(_ language: Language, _ said: String) {
        #expect("Date" + language.colon + "today" == said)
    }
}
