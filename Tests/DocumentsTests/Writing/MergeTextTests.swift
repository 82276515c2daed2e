import Documents
import Testing

@Suite struct MergeTextTests {
    private let values: [MergeField: String] = [.name: "Rosa Quispe", .place: "Lima", .date: "1 May"]

    @Test(arguments: [
        ("I, [YOUR NAME], write.", "I, Rosa Quispe, write."), ("{name} from {place}", "Rosa Quispe from Lima"), ("[SU NOMBRE]", "Rosa Quispe"),
        ("[Ihr Name], [Ort]", "Rosa Quispe, Lima"), ("[الاسم]", "Rosa Quispe"), ("[DATE]", "1 May"), ("[DETAILS]", "[DETAILS]"),
        ("{{name}}", "{{name}}"),
        ("{{{name}}}", "{{{name}}}"), ("[[name]]", "[[name]]"), ("a [ b ] c {", "a [ b ] c {"), ("[name", "[name"),
    ])
    func `a field is known by its name in any language, and braces that are none stay`(_ text: String, _ filled: String) {
        #expect(MergeText(text).filled(values) == filled)
    }

    @Test func `a value that looks like a field stays as it is`() {
        #expect(MergeText("[name] in [place]").filled([.name: "[place]", .place: "{name}"]) == "[place] in {name}")
    }

    @Test func `what nobody filled in is a line to write on`() {
        #expect(MergeText("I, [YOUR NAME], write.").filled([:]) == "I, ____________, write.")
        #expect(MergeText("[NAME], [PLACE]").isOnlyFields)
        #expect(!MergeText("Sincerely, [NAME]").isOnlyFields)
    }
}
