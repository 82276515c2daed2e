@testable import Campaign
import Documents
import Testing

@Suite struct ComposeLetterTests {
    private let compose: ComposeLetter

    init() throws {
        compose = ComposeLetter(salutations: try Salutations())
    }

    private func letter(
        _ greeting: String?, to addressee: Addressee, among addressees: [Addressee] = [], language: Language = "en", closing: String? = "Sincerely,"
    ) -> Letter {
        let model = ModelLetter(language: language, greeting: greeting, body: ["First.", "Second."], closing: closing)
        return compose(model, to: addressee, among: addressees, about: "UA 77/21", .init(name: "Rosa", place: "Kiel", date: "30 November 2021"))
    }

    private func person(_ name: String?, _ office: String? = nil, role: Addressee.Role = .target, salutation: String? = nil) -> Addressee {
        Addressee(role: role, name: name, office: office, salutation: salutation, contacts: [])
    }

    @Test func `the printed greeting is for the person it names`() {
        let letter = letter("Dear Minister Njoroge,", to: person("Amina Njoroge"))
        #expect(letter.greeting == "Dear Minister Njoroge,")
        #expect(letter.isGreetingPrinted)
    }

    @Test(arguments: ["DEAR MINISTER NJOROGE,", "Señora Njoróge:"])
    func `a name is known in any case and with any accents`(_ greeting: String) {
        #expect(letter(greeting, to: person("Amina Njoroge")).isGreetingPrinted)
    }

    @Test(arguments: [
        ("Dear Minister Njoroge,", "Peter Kimani"), ("Dear Alison,", "Ali Kimani"), ("Dear General López,", "General Juan Pérez"),
        ("Sehr geehrter Herr von der Tann,", "Ute von der Heide"), ("Estimado delegado:", "Ana del Río"),
    ])
    func `nobody gets a greeting that names another`(_ greeting: String, _ name: String) {
        let letter = letter(greeting, to: person(name))
        #expect(letter.greeting == "Your Excellency,")
        #expect(!letter.isGreetingPrinted)
    }

    @Test func `a greeting that names nobody is for the first who is asked to act`() {
        let minister = person("Amina Njoroge", "Attorney General"), police = person(nil, "Chief of Police"),
            embassy = person(nil, "Embassy", role: .copy)
        let all = [minister, police, embassy]
        #expect(letter("Dear Attorney General,", to: minister, among: all).isGreetingPrinted)
        #expect(!letter("Dear Attorney General,", to: police, among: all).isGreetingPrinted)
        #expect(!letter("Dear Attorney General,", to: embassy, among: all).isGreetingPrinted)
        #expect(!letter("Dear Minister Njoroge,", to: police, among: all).isGreetingPrinted)
    }

    @Test func `an office without a name takes a greeting that names nobody, a copy does not`() {
        #expect(letter("Dear Sir or Madam,", to: person(nil, "Chief of Police")).isGreetingPrinted)
        #expect(!letter("Dear Sir or Madam,", to: person(nil, "Embassy", role: .copy)).isGreetingPrinted)
    }

    @Test func `a style for the envelope is no greeting`() {
        #expect(letter("Dear Minister Njoroge,", to: person("Peter Kimani", salutation: "His Excellency Mr.")).greeting == "Your Excellency,")
    }

    @Test func `the greeting a case prints beside an addressee is that addressee's`() {
        #expect(letter("Your Honour,", to: person("Peter Kimani", role: .copy, salutation: "Your Honour,")).isGreetingPrinted)
    }

    @Test func `in a language without forms the greeting is the nearest that is known, and no closing is made up`() {
        let letter = letter("Шановна пані Коваль,", to: person("Peter Kimani"), language: "ka", closing: nil)
        #expect(letter.greeting == "Your Excellency,")
        #expect(!letter.isGreetingPrinted)
        #expect(letter.closing == "")
        #expect(letter.mailBody == "Your Excellency,\n\nFirst.\n\nSecond.\n\nRosa")
    }

    @Test func `the nearest greeting is the printed one in the office's own language, before a usual one, before English`() {
        func greeting(_ addressee: Addressee, _ elsewhere: ComposeLetter.Elsewhere) -> String {
            let model = ModelLetter(language: "ka", greeting: nil, body: ["First."], closing: nil)
            return compose(model, to: addressee, about: "UA 77/21", .init(name: "", place: "", date: ""), elsewhere: elsewhere).greeting
        }
        let ana = person("Ana Prado", "Ministra de Justicia"),
            spanish = ModelLetter(language: "es", greeting: "Estimada Ana Prado:", body: [], closing: nil)
        #expect(greeting(person("Ana Prado", salutation: "Señora Ministra"), .init(letters: [spanish])) == "Señora Ministra:")
        #expect(greeting(ana, .init(letters: [spanish], languages: ["fr"])) == "Estimada Ana Prado:")
        #expect(greeting(ana, .init(languages: ["ka", "es"])) == "Señora Ministra:")
        #expect(greeting(ana, .init()) == "Dear Minister,")
    }

    @Test(arguments: [
        ("Dear Director", "en", "Dear Director,"),
        ("Dear Minister/Estimado Señor Secretario de Seguridad", "es", "Estimado Señor Secretario de Seguridad:"),
        ("Dear Minister/Estimado Señor Secretario de Seguridad", "en", "Dear Minister,"), ("Dear Director", "es", "Señor Director:"),
        ("Monsieur le Directeur,", "fr", "Monsieur le Directeur,"),
    ])
    func `a salutation printed beside an addressee greets in its own language`(_ printed: String, _ language: Language, _ greeting: String) {
        let director = person("Sr. Juan Prado", "Director de la prisión", salutation: printed)
        #expect(letter(nil, to: director, language: language).greeting == greeting)
    }

    @Test func `the letter has its address, date and name, and the printed closing`() {
        let amina = Addressee(
            role: .target, name: "Amina Njoroge", office: "Attorney General", salutation: nil,
            contacts: [ContactPoint(channel: .post, place: "Harambee Avenue\nNairobi")]
        )
        let letter = letter("Dear Ms Njoroge,", to: amina)
        #expect(letter.addressLines == ["Amina Njoroge", "Attorney General", "Harambee Avenue", "Nairobi"])
        #expect(letter.dateLine == "Kiel, 30 November 2021")
        #expect(letter.plainText.hasSuffix("UA 77/21\n\nDear Ms Njoroge,\n\nFirst.\n\nSecond.\n\nSincerely,\nRosa\n"))
    }

    @Test func `an Arabic date line has the comma of its script and keeps a Latin place apart`() {
        let model = ModelLetter(language: "ar", greeting: nil, body: ["أولا."], closing: nil)
        let letter = compose(model, to: person("Amina Njoroge"), about: "UA 77/21", .init(name: "", place: "Basel", date: "29 نوفمبر 2026"))
        #expect(letter.dateLine == "Basel، 29 نوفمبر 2026")
        #expect(letter.isolatedDateLine == "\u{2068}Basel\u{2069}، 29 نوفمبر 2026")
        #expect(letter.plainText.contains("\u{2068}Basel\u{2069}، 29"))
    }

    @Test func `Rosa's own words take the place of the model's`() {
        let model = ModelLetter(language: "de", greeting: nil, body: ["Erstens."], closing: nil)
        let letter = compose(
            model, to: person("Amina Njoroge"), about: "UA 77/21", words: "Mein Brief.\r\n\r\nZweitens.", .init(name: "", place: "", date: ""))
        #expect(letter.paragraphs == ["Mein Brief.", "Zweitens."])
        #expect(letter.greeting == "Exzellenz,")
        #expect(letter.closing == "Hochachtungsvoll")
        #expect(letter.dateLine == "")
    }

    @Test(arguments: [("es", "Ministra de Justicia", "Señora Ministra:"), ("en", "Minister of Justice", "Dear Minister,")])
    func `an official to whom the case gives no greeting gets the one of the office`(_ language: Language, _ office: String, _ greeting: String) {
        let letter = letter(nil, to: person("Amina Njoroge", office), language: language)
        #expect(letter.greeting == greeting)
        #expect(!letter.isGreetingPrinted)
    }
}
