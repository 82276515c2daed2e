import Campaign
import Documents

/// The addresses of OSDI, and the relations between them.
enum OSDILinks {
    /// The type of every answer.
    static let type = "application/hal+json"
    static let root = "/api/osdi/v1"
    static let campaigns = root + "/advocacy_campaigns"
    static let people = root + "/people"
    static let allOutreaches = root + "/outreaches"

    static func person(_ number: String) -> String { "\(people)/\(number)" }
    static func outreach(_ number: String) -> String { "\(allOutreaches)/\(number)" }
    static func outreaches(_ reference: Reference) -> String { campaign(reference) + "/outreaches" }
    static func campaign(_ reference: Reference) -> String { "\(campaigns)/\(reference.slug)" }
    static func record(_ reference: Reference) -> String { campaign(reference) + "/record_outreach_helper" }

    /// What the prefixes of relations stand for (HAL, section 8.2).
    static func curies(_ origin: String) -> JSON {
        .list([
            ["name": "osdi", "href": "https://opensupporter.github.io/osdi-docs/{rel}.html", "templated": .truth(true)],
            ["name": "ua", "href": .words(origin + ProgramLinks.descriptions[1] + "#{rel}"), "templated": .truth(true)],
        ])
    }

    /// By which other systems know what is ours.
    static func identifier(_ number: String) -> String { "amparo:\(number)" }

    /// A day, which is all that is known or told, as the moment that OSDI wants.
    static func moment(_ day: Day) -> JSON { .words("\(day.text)T00:00:00Z") }

    static func link(_ address: String, title: String? = nil) -> JSON {
        .object([(name: "href", value: .words(address))] + (title.map { [(name: "title", value: .words($0))] } ?? []))
    }
}
