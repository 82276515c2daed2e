import Campaign
import Documents
import Storage

/// People who want to hear of an action, invented: each with an address and choices of their own, as a sign-up would leave them.
struct InventedSupporters {
    let section: Section
    /// A country of the action, so that whoever chose it is told.
    let country: Country?

    /// So many go into one transaction.
    private static let page = 1_000

    func enrol(_ count: Int, with enrol: EnrolSupporters) async throws {
        for start in stride(from: 0, to: count, by: Self.page) {
            try await enrol((start..<min(start + Self.page, count)).map(person), in: section.code)
        }
    }

    /// Nine of ten want it at once, one of ten every day; three of ten have chosen, a country, languages or ways to write.
    private func person(_ number: Int) throws -> EnrolSupporters.Person {
        let language = section.languages[number / 10 % section.languages.count]
        var preferences = Preferences.usual(of: section, in: language)
        switch number % 10 {
        case 0: preferences.pace = .daily
        case 1: preferences.choices.countries = Set([country, Country("PE")].compactMap { $0 })
        case 2: preferences.choices.languages = Set(section.languages)
        case 3: preferences.choices.channels = [.email, .post]
        default: break
        }
        guard let address = MailAddress("\(Self.names[number % Self.names.count]).\(number)@mail\(number % 997).example.org") else {
            throw Complaint("An invented address is none.", status: .fault)
        }
        return EnrolSupporters.Person(address: address, preferences: preferences)
    }

    private static let names = ["rosa", "amina.njoroge", "lee+ua", "b.tharu", "ivo", "nour.belkhadi", "wanjiru"]
}
