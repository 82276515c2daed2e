import Campaign
import Documents

/// The addresses of OSDI, and the relations between them.
enum OSDILinks {
    static let root = "/api/osdi/v1"
    static let campaigns = root + "/advocacy_campaigns"

    static func campaign(_ reference: Reference) -> String { "\(campaigns)/\(reference.slug)" }
    static func record(_ reference: Reference) -> String { campaign(reference) + "/record_outreach_helper" }

    /// What the prefixes of relations stand for (HAL, section 8.2).
    static func curies(_ origin: String) -> JSON {
        .list([
            ["name": "osdi", "href": "https://opensupporter.github.io/osdi-docs/{rel}.html", "templated": .truth(true)],
            ["name": "ua", "href": .words(origin + ProgramLinks.descriptions[1] + "#{rel}"), "templated": .truth(true)],
        ])
    }

    static func link(_ address: String, title: String? = nil) -> JSON {
        .object([(name: "href", value: .words(address))] + (title.map { [(name: "title", value: .words($0))] } ?? []))
    }
}
