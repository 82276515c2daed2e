import Documents

/// How marks look: colours on a terminal, brackets in a file.
enum ExplanationStyle {
    case coloured, plain

    func marked(_ text: Substring, sure confidence: Double) -> String {
        switch self {
        case .plain: "[\(text)]"
        case .coloured: "\(Self.colour(of: confidence))\(text)\u{1B}[0m"
        }
    }

    func note(_ text: String, sure confidence: Double) -> String {
        switch self {
        case .plain: text
        case .coloured: "\(Self.colour(of: confidence))\(text)\u{1B}[0m"
        }
    }

    /// Green is sure, yellow is likely, red is for an editor.
    private static func colour(of confidence: Double) -> String {
        confidence < Finding.threshold ? "\u{1B}[1;31m" : confidence < 0.8 ? "\u{1B}[1;33m" : "\u{1B}[1;32m"
    }
}
