import Foundation

/// The description of the addresses for programs, read as any reader of OpenAPI 3.1 reads it.
struct ProgramDescription {
    private let whole: [String: Any]

    init(_ text: String) throws {
        whole = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
    }

    var schemas: [String: Any] { (whole["components"] as? [String: Any])?["schemas"] as? [String: Any] ?? [:] }

    /// "GET /api/v1/actions/{reference}"
    var operations: Set<String> {
        let paths = whole["paths"] as? [String: [String: Any]] ?? [:]
        return Set(paths.flatMap { path, methods in methods.keys.map { "\($0.uppercased()) \(path)" } })
    }

    /// What the answer of an operation must look like; nil where none is described for that status.
    func schema(of operation: String, status: Int) -> [String: Any]? {
        let parts = operation.split(separator: " ").map(String.init), paths = whole["paths"] as? [String: [String: Any]]
        let responses = (paths?[parts[1]]?[parts[0].lowercased()] as? [String: Any])?["responses"] as? [String: Any]
        guard var response = responses?[String(status)] as? [String: Any] else { return nil }
        if let name = response["$ref"] as? String { response = resolved(name) }
        return (response["content"] as? [String: [String: Any]])?.values.first?["schema"] as? [String: Any] ?? [:]
    }

    /// Where an answer is other than described: a member too many, one too few, a value of another kind. `seen` takes the schemas that were used,
    /// and "Schema.member" for each member that held something.
    func faults(in answer: Any, as schema: [String: Any], at place: String = "", seen: inout Set<String>, named name: String = "") -> [String] {
        if let reference = schema["$ref"] as? String {
            let name = reference.split(separator: "/").last.map(String.init) ?? ""
            seen.insert(name)
            return faults(in: answer, as: resolved(reference), at: place, seen: &seen, named: name)
        }
        let kinds = schema["type"] as? [String] ?? [schema["type"] as? String].compactMap { $0 }
        guard kinds.isEmpty || kinds.contains(Self.kind(of: answer)) else { return ["\(place): \(Self.kind(of: answer)), not \(kinds)"] }
        if let allowed = schema["enum"] as? [Any], !allowed.contains(where: { ($0 as? NSObject) == (answer as? NSObject) }) {
            return ["\(place): \(answer) is not in the list"]
        }
        if let items = answer as? [Any], let each = schema["items"] as? [String: Any] {
            return items.enumerated().flatMap { faults(in: $0.element, as: each, at: "\(place)/\($0.offset)", seen: &seen) }
        }
        guard let members = answer as? [String: Any] else { return [] }
        let known = schema["properties"] as? [String: [String: Any]] ?? [:], required = schema["required"] as? [String] ?? []
        let further = schema["additionalProperties"] as? [String: Any], isClosed = schema["additionalProperties"] as? Bool == false
        var found = required.filter { members[$0] == nil }.map { "\(place)/\($0) is missing" }
        for (member, value) in members {
            guard let described = known[member] ?? further else {
                if isClosed { found.append("\(place)/\(member) is not described") }
                continue
            }
            if !(value is NSNull), (value as? [Any])?.isEmpty != true { seen.insert("\(name).\(member)") }
            found += faults(in: value, as: described, at: "\(place)/\(member)", seen: &seen)
        }
        return found
    }

    /// "Schema.member" for every member of every schema.
    var members: Set<String> {
        Set(schemas.flatMap { name, schema in ((schema as? [String: Any])?["properties"] as? [String: Any] ?? [:]).keys.map { "\(name).\($0)" } })
    }

    private func resolved(_ reference: String) -> [String: Any] {
        reference.split(separator: "/").dropFirst().reduce(whole) { part, name in part[String(name)] as? [String: Any] ?? [:] }
    }

    private static func kind(of value: Any) -> String {
        switch value {
        case is NSNull: "null"
        case is String: "string"
        case is [Any]: "array"
        case is [String: Any]: "object"
        case let number as NSNumber: CFBooleanOrNumber.isTruth(number) ? "boolean" : "integer"
        default: "unknown"
        }
    }
}

private enum CFBooleanOrNumber {
    /// JSONSerialization gives both as NSNumber; a truth value encodes as "c".
    static func isTruth(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}
