/// An envelope that is printed on.
package enum EnvelopeSize: String, Hashable, Sendable, CaseIterable {
    case c5, c6, dl
    /// United States, number 10.
    case usTen = "us-10"
}

extension EnvelopeSize {
    /// Millimetres, lying: ISO 269; number 10 is 9 1/2 by 4 1/8 in.
    package var width: Double {
        switch self {
        case .c5: 229
        case .c6: 162
        case .dl: 220
        case .usTen: 241.3
        }
    }

    package var height: Double {
        switch self {
        case .c5: 162
        case .c6: 114
        case .dl: 110
        case .usTen: 104.8
        }
    }

    /// Where the address stands: right of the middle, 40 clear above it for stamps and 16 below for the sorting machine's code (the zones
    /// of the Swiss and the German post: stamps 74 by 40, code 140 by 15, 15 from the edges).
    package var address: Box {
        let left = width * 0.44
        let top = max(44, height * 0.42)
        return Box(left: left, top: top, width: width - left - 15, height: min(height - top - 17, 48))
    }
}
