/// A table of the data package, and what its columns hold (Frictionless Table Schema 1.0).
struct PackageTable {
    struct Field {
        let name: String
        let type: String
        let isRequired: Bool

        init(_ name: String, _ type: String = "string", isRequired: Bool = false) {
            self.name = name
            self.type = type
            self.isRequired = isRequired
        }
    }

    let name: String
    let title: String
    let fields: [Field]
    let key: [String]
    /// The columns that name a row of the first table.
    var belongsTo: String?

    var path: String { name + ".csv" }

    static let actions = PackageTable(
        name: "actions", title: "Actions, one a row",
        fields: [
            Field("id", isRequired: true), Field("reference", isRequired: true), Field("url", isRequired: true), Field("countries"), Field("topics"),
            Field("active_since", "date"), Field("latest", "integer", isRequired: true), Field("is_example", "boolean", isRequired: true),
            Field("appeals", "integer"),
        ],
        key: ["id"])

    static let outputs = PackageTable(
        name: "outputs", title: "Published documents of the actions",
        fields: [
            Field("id", isRequired: true), Field("ordinal", "integer", isRequired: true), Field("kind", isRequired: true),
            Field("is_final", "boolean", isRequired: true), Field("index_code"), Field("issued_on", "date"), Field("published_at", "datetime"),
            Field("act_until", "date"), Field("ended_on", "date"), Field("end_reason"), Field("outcome"), Field("event_on", "date"),
        ],
        key: ["id", "ordinal"], belongsTo: "actions")

    static let texts = PackageTable(
        name: "texts", title: "Their words, language by language; demands are lines, paragraphs of the background are parted by an empty line",
        fields: [
            Field("id", isRequired: true), Field("ordinal", "integer", isRequired: true), Field("language", isRequired: true), Field("headline"),
            Field("lead"), Field("call"), Field("demands"), Field("background"),
        ],
        key: ["id", "ordinal", "language"], belongsTo: "actions")

    static let withdrawals = PackageTable(
        name: "withdrawals", title: "What was taken down, by number alone; copies of it are to go, too",
        fields: [Field("id", isRequired: true), Field("reference", isRequired: true), Field("at", "datetime", isRequired: true)], key: ["id"])

    static let all = [actions, outputs, texts, withdrawals]
}

extension PackageTable {
    /// Its description in `datapackage.json`.
    var json: JSON {
        let described = fields.map { field -> JSON in
            let plain: [(name: String, value: JSON)] = [("name", .words(field.name)), ("type", .words(field.type))]
            return .object(plain + (field.isRequired ? [("constraints", ["required": .truth(true)])] : []))
        }
        var schema: [(name: String, value: JSON)] = [
            ("fields", .list(described)), ("missingValues", JSON([""])), ("primaryKey", JSON(key)),
        ]
        if let belongsTo {
            let reference: JSON = ["resource": .words(belongsTo), "fields": JSON(["id"])]
            schema.append(("foreignKeys", .list([["fields": JSON(["id"]), "reference": reference]])))
        }
        return [
            "name": .words(name), "path": .words(path), "title": .words(title), "profile": "tabular-data-resource", "format": "csv",
            "mediatype": "text/csv", "encoding": "utf-8", "schema": .object(schema),
        ]
    }
}
