/// Measures as Prometheus reads them (text format 0.0.4).
///
///     var told = Exposition()
///     told.gauge("amparo_connections", "Open connections.", 12)
///     told.text   // "# HELP amparo_connections Open connections.\n# TYPE amparo_connections gauge\namparo_connections 12\n"
package struct Exposition {
    package private(set) var text = ""
    package static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    package init() {}

    package mutating func gauge(_ name: String, _ meaning: String, _ value: Double) {
        gauges(name, meaning, by: [], [([], value)])
    }

    package mutating func count(_ name: String, _ meaning: String, _ value: Double) {
        head(name, meaning, "counter")
        line(name, [], [], value)
    }

    package mutating func gauges(_ name: String, _ meaning: String, by labels: [String], _ values: [([String], Double)]) {
        head(name, meaning, "gauge")
        for (own, value) in values { line(name, labels, own, value) }
    }

    package mutating func add(_ family: Family<Counter>) {
        head(family.name, family.meaning, "counter")
        for (values, counter) in family.all { line(family.name, family.labels, values, Double(counter.value)) }
    }

    package mutating func add(_ family: Family<Distribution>) {
        head(family.name, family.meaning, "histogram")
        for (values, distribution) in family.all {
            let counts = distribution.cumulated, bounds = distribution.bounds.map(Self.number) + ["+Inf"]
            for (bound, count) in zip(bounds, counts) {
                line("\(family.name)_bucket", family.labels + ["le"], values + [bound], Double(count))
            }
            line("\(family.name)_sum", family.labels, values, distribution.sum)
            line("\(family.name)_count", family.labels, values, Double(counts.last ?? 0))
        }
    }

    private mutating func head(_ name: String, _ meaning: String, _ kind: String) {
        text += "# HELP \(name) \(meaning)\n# TYPE \(name) \(kind)\n"
    }

    private mutating func line(_ name: String, _ labels: [String], _ values: [String], _ value: Double) {
        let pairs = zip(labels, values).map { "\($0)=\"\(Self.escaped($1))\"" }.joined(separator: ",")
        text += "\(name)\(pairs.isEmpty ? "" : "{\(pairs)}") \(Self.number(value))\n"
    }

    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\"": escaped += "\\\""
            case "\n": escaped += "\\n"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }

    /// Whole numbers without a point.
    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }
}
