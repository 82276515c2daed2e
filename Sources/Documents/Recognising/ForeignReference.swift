/// The number of another body's appeal: "AHRC-UAC-039-2014".
struct ForeignReference {
    let serial: Int
    let year: Int
    let printed: String

    init?(_ line: TextLine) {
        for start in line.words.indices where start + 3 < line.words.count && line.words[start].shape == .capitals {
            let parts = line.words[start...(start + 3)]
            guard parts.dropFirst().allSatisfy({ $0.joint == .hyphen }), line.words[start + 1].shape == .capitals,
                let serial = line.words[start + 2].value, let year = line.words[start + 3].value, (1961...2099).contains(year)
            else { continue }
            self.serial = serial
            self.year = year
            printed = line.text(line.words[start].range.lowerBound..<line.words[start + 3].range.upperBound)
            return
        }
        return nil
    }
}
