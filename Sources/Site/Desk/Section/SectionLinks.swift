import Campaign
import Documents

/// The addresses of a section's settings.
enum SectionLinks {
    static let all = "/desk/section"

    static func settings(_ code: Section.Code) -> String { "\(all)/\(code.rawValue)" }
    static func words(_ code: Section.Code, _ language: Language) -> String { "\(settings(code))/words/\(language.rawValue)" }
    static func look(_ code: Section.Code) -> String { settings(code) + "/look" }
    static func postage(_ code: Section.Code) -> String { settings(code) + "/postage" }
    static func postageRemoval(_ code: Section.Code) -> String { postage(code) + "/removal" }
    static func logo(_ code: Section.Code) -> String { settings(code) + "/logo" }
    static func logoRemoval(_ code: Section.Code) -> String { settings(code) + "/logo-removal" }
}
