extension StringProtocol {
    /// With a line feed for each end of a line, whether it was CRLF, CR or LF.
    package var withPlainLineEnds: String {
        var text = "", isReturn = false
        for scalar in unicodeScalars {
            if scalar != "\n" || !isReturn { text.unicodeScalars.append(scalar == "\r" ? "\n" : scalar) }
            isReturn = scalar == "\r"
        }
        return text
    }
}
