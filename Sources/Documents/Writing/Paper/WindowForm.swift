/// Where a letter's address stands, so that it shows through the window of the envelope.
package enum WindowForm: String, Hashable, Sendable, CaseIterable {
    /// Germany, DIN 5008 form B.
    case din5008
    /// Switzerland, SN 010130, window on the left.
    case swissLeft = "swiss-left"
    /// Switzerland, SN 010130, window on the right.
    case swissRight = "swiss-right"
    /// United States, number 10 envelope.
    case usTen = "us-10"
}

extension WindowForm {
    /// The sheet that goes with the envelope.
    package var paper: PaperSize { self == .usTen ? .letter : .a4 }
}
