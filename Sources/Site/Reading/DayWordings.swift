import Documents
import Synchronization

/// Day wordings by language and country, made once each: making a locale costs more than using it.
final class DayWordings: Sendable {
    private let made = Mutex<[String: DayWording]>([:])

    subscript(language: Language, country: String?) -> DayWording {
        made.withLock { made in
            let key = "\(language) \(country ?? "")"
            if let known = made[key] { return known }
            let wording = DayWording(language: language, country: country)
            made[key] = wording
            return wording
        }
    }
}
