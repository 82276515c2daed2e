/// One measurement beside its peer or its limit (DESIGN 5).
struct BenchRow: Codable {
    let name: String
    let value: Double
    let unit: String
    let peer: String
    let peerValue: Double
    /// The value as a multiple of the peer's.
    let ratio: Double
    let goal: String
    let met: Bool

    init(_ name: String, _ value: Double, _ unit: String, peer: String, _ peerValue: Double, goal: String, met: Bool) {
        self.name = name
        self.value = value
        self.unit = unit
        self.peer = peer
        self.peerValue = peerValue
        ratio = peerValue == 0 ? 0 : value / peerValue
        self.goal = goal
        self.met = met
    }

    enum CodingKeys: String, CodingKey {
        case name, value, unit, peer, ratio, goal, met
        case peerValue = "peer_value"
    }
}

/// What a benchmark prints.
struct BenchTable: Codable {
    let rows: [BenchRow]

    var text: String {
        Columns(
            [["measured", "", "", "peer", "", "ratio", "goal", ""]]
                + rows.map { row in
                    [
                        row.name, row.value.short, row.unit, row.peer, row.peerValue.short, row.ratio.short, row.goal, row.met ? "met" : "missed",
                    ]
                }
        ).text
    }
}

extension BenchTable {
    /// As a README has it.
    var markdown: String {
        let lines = rows.map { row in
            let beside = "\(row.peer): \(row.peerValue.short)\(row.ratio == 0 ? "" : ", \(row.ratio.short) of it")"
            return
                "| \(row.name) | \([row.value.short, row.unit].joined(separator: " ")) | \(beside) | \(row.goal), \(row.met ? "met" : "**missed**") |"
        }
        return (["| | measured | beside it | goal |", "|---|---|---|---|"] + lines).joined(separator: "\n")
    }
}

extension Double {
    /// Three digits that count.
    fileprivate var short: String {
        let places = self >= 100 ? 0 : self >= 10 ? 1 : self >= 1 ? 2 : 3
        let scale = [1.0, 10, 100, 1_000][places]
        let rounded = (self * scale).rounded() / scale
        return places == 0 ? String(Int(rounded)) : String(rounded)
    }
}
