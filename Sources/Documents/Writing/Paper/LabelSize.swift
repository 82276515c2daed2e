/// A sheet of self-adhesive labels.
package enum LabelSize: String, Hashable, Sendable, CaseIterable {
    /// A4, three by eight, 70 by 37 mm without gaps.
    case a4TwentyFour = "a4-24"
    /// Letter, three by ten, 2 5/8 by 1 in: the form known by the number 5160.
    case letterThirty = "letter-30"
}

extension LabelSize {
    package var paper: PaperSize { self == .a4TwentyFour ? .a4 : .letter }
    package var columns: Int { 3 }
    package var rows: Int { self == .a4TwentyFour ? 8 : 10 }

    /// The label at a place, counted from 0 along the rows, in millimetres. 5160: margins 1/2 in above and 3/16 in at the side, a label every
    /// 2 3/4 in; A4: eight of 37 leave half a millimetre above and below.
    package func label(_ place: Int) -> Box {
        let column = Double(place % columns)
        let row = Double(place / columns % rows)
        return switch self {
        case .a4TwentyFour: Box(left: column * 70, top: 0.5 + row * 37, width: 70, height: 37)
        case .letterThirty: Box(left: 4.7625 + column * 69.85, top: 12.7 + row * 25.4, width: 66.675, height: 25.4)
        }
    }
}
