extension WindowForm {
    /// What of the folded sheet shows through the window when the sheet lies on the envelope's lower edge, in millimetres from its corner
    /// above left.
    package func window(on paper: PaperSize) -> Box {
        switch self {
        // DIN 680: envelope DL, window of 90 by 45, 20 from the left and 15 from below; folded at 105 (DIN 5008 form B). As in DIN 5008,
        // the field begins 45 below the sheet's edge and is 85 wide.
        case .din5008: Box(left: 20, top: 45, width: 85, height: 45)
        // Envelopes C5/6 and C5 with a window of 100 by 45. How far below the edge differs between makers and folds: 45 to 80 is common to
        // the fields of KOMA-Script 3.49 (SN.lco: 90 by 45, 8 from the right edge, 45 from above; SNleft.lco: 20 from the left, 35.5 from
        // above). The paper has 19 of play sideways, and the widths here show in every position.
        case .swissLeft: Box(left: 20, top: 45, width: 81, height: 35)
        case .swissRight: Box(left: 117, top: 45, width: 81, height: 35)
        // Envelope of 9 1/2 by 4 1/8 in, window of 4 1/2 by 1 1/8 in, 7/8 in from the left and 1/2 in from below (the trade's standard
        // window); sheet folded in three. The sheet has an inch of play sideways; 3 1/2 in show in every position.
        case .usTen: Box(left: 22.225, top: paper.height / 3 - 12.7 - 28.575, width: 88.9, height: 28.575)
        }
    }

    /// Where the address itself stands inside the window, in millimetres from the sheet's corner above left.
    package func address(on paper: PaperSize) -> Box {
        let window = window(on: paper)
        return switch self {
        // DIN 5008: 5 in from the field's edge; below the 17.7 for remarks, 27.3 high.
        case .din5008: Box(left: 25, top: 62.7, width: 75, height: 27)
        // Kaufmännischer Verband Schweiz after SN 010130: first line 52 below the edge, 26 from the left edge or 117 for the right window.
        case .swissLeft: Box(left: 26, top: 52, width: 75, height: 27.5)
        case .swissRight: Box(left: 118, top: 52, width: 79, height: 27.5)
        // The United States post wants 1/8 in clear on each side.
        case .usTen: Box(left: 25.4, top: window.top + 3.175, width: 82.55, height: window.height - 6.35)
        }
    }

    /// Whether the address rests on the lower edge of its field. A sheet that slides up in a number 10 envelope then loses the first line
    /// and never the town and the country, which the machines read.
    package var restsBelow: Bool { self == .usTen }

    /// Where the letter begins, in millimetres from the sheet's upper edge: below the window however the sheet slides in the envelope (5 up
    /// in DL, to 90 at the lowest of the Swiss fields), and behind the first fold of a number 10.
    package func start(on paper: PaperSize) -> Double {
        switch self {
        case .din5008, .swissLeft, .swissRight: 98
        case .usTen: paper.height / 3 + 4
        }
    }
}
