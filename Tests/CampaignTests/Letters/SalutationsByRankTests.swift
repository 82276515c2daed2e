@testable import Campaign
import Documents
import Foundation
import Testing

@Suite struct SalutationsByRankTests {
    @Test func `a greeting agrees with who is greeted`() throws {
        let salutations = try Salutations()
        #expect(salutations.form(for: .minister, gender: .female, in: "es")?.greeting == "Señora Ministra:")
        #expect(salutations.form(for: .minister, gender: .male, in: "es-PE")?.greeting == "Señor Ministro:")
        #expect(salutations.form(for: .headOfState, gender: .female, in: "ar")?.greeting == "فخامة الرئيسة،")
        #expect(salutations.form(for: .judge, gender: .male, in: "de")?.greeting == "Sehr geehrter Herr Richter,")
        #expect(salutations.form(for: .minister, several: true, in: "fr")?.greeting == "Mesdames, Messieurs,")
    }

    @Test func `where nobody says man or woman the form says neither`() throws {
        let salutations = try Salutations()
        let one = [
            "Señor ", "Señora ", "Sehr geehrter ", "Sehr geehrte Frau", "Monsieur l", "Madame l", "Signor ", "Signora ", "Senhor ", "Dear Sir,",
        ]
        for language: Language in ["en", "es", "fr", "de", "it", "nl", "pt", "ar"] {
            for rank in Rank.allCases {
                let form = try #require(salutations.form(for: rank, in: language))
                #expect(!form.greeting.isEmpty && !form.closing.isEmpty)
                #expect(!one.contains { form.greeting.hasPrefix($0) }, "\(language) \(rank)")
            }
        }
    }

    @Test func `the French closing takes up the greeting`() throws {
        let form = try Salutations().form(for: .minister, gender: .female, in: "fr")
        #expect(form?.closing == "Veuillez agréer, Madame la Ministre, l'expression de ma haute considération.")
        #expect(try Salutations().form(for: .monarch, in: "fr")?.closing.contains("Majesté") == true)
    }

    @Test func `every language has a closing without gaps, and the unsure ones say so`() throws {
        let salutations = try Salutations()
        for language: Language in ["en", "es", "fr", "de", "it", "nl", "pt", "ar", "fa", "tr", "ru", "uk", "zh-Hans", "am"] {
            for rank in Rank.allCases {
                for gender in Gender.allCases {
                    let form = try #require(salutations.form(for: rank, gender: gender, in: language))
                    #expect(!(form.greeting + form.closing).contains("{"))
                }
            }
        }
        #expect(!salutations.isUnsure(in: "es"))
        #expect(salutations.isUnsure(in: "am"))
        #expect(salutations.form(for: .minister, in: "xx") == nil)
    }

    @Test(arguments: [
        ("Minister of Justice", Rank.minister), ("Ministra de Justicia", .minister), ("Office of the President", .headOfState),
        ("Presidente del Consejo de Ministros", .headOfGovernment), ("Prime Minister and Minister of Defence", .headOfGovernment),
        ("Vice President of the Republic", .unknown), ("Private Secretary to the Minister", .unknown), ("Ministry of Justice", .unknown),
        ("Minister-Counsellor", .unknown), ("President of the Supreme Court", .judge), ("Attorney General", .prosecutor),
        ("Federal Minister of the Interior", .minister), ("H.E. the Ambassador of Peru", .ambassador), ("وزير العدل", .minister), ("", .unknown),
    ])
    func `an office is what its title begins with`(_ office: String, _ rank: Rank) throws {
        #expect(try OfficeTitles().rank(of: office) == rank)
    }

    @Test func `only a printed form says man or woman`() throws {
        let titles = try OfficeTitles()
        #expect(titles.gender(in: ["His Excellency Mr.", "Minister of Justice"]) == .male)
        #expect(titles.gender(in: ["Señora Ministra:"]) == .female)
        #expect(titles.gender(in: ["Minister of Justice", "Andrea Example"]) == .unknown)
        #expect(titles.gender(in: ["Ministro de Justicia"]) == .unknown)
        #expect(titles.gender(in: ["Dear Sir or Madam,"]) == .unknown)
    }

    @Test func `Ana is greeted as the minister that the case says she is, and an unknown office neutrally`() throws {
        let salutations = try Salutations()
        let ana = Addressee(role: .target, name: "Sra. Ana Ejemplo", office: "Minister of Justice", salutation: nil, contacts: [])
        #expect(salutations.form(for: ana, in: "es")?.greeting == "Señora Ministra:")
        #expect(salutations.form(for: ana, in: "de")?.greeting == "Sehr geehrte Frau Ministerin,")
        let council = Addressee(role: .target, name: nil, office: "Supreme Council", salutation: nil, contacts: [])
        #expect(salutations.form(for: council, in: "es") == salutations["es"])
        let king = Addressee(role: .target, name: "Mr King", office: nil, salutation: nil, contacts: [])
        #expect(salutations.form(for: king, in: "en") == salutations["en"])
    }
}
