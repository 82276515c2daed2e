/// One round of sending: we and smtp-source, one after the other, and whose turn it is first alternates.
struct MailRound {
    /// Messages a second.
    let rate: Double
    let source: Double
    /// What a message made the process compute, in microseconds: a measure that holds on a busy machine, too.
    let computing: Double
    let sourceComputing: Double

    var ratio: Double { rate / source }
}

extension [MailRound] {
    func median(_ measure: (MailRound) -> Double) -> Double { Timings(map(measure)).median }

    /// The worst and the best of the ratios.
    var range: (worst: Double, best: Double) {
        let ratios = map(\.ratio)
        return (ratios.min() ?? .nan, ratios.max() ?? .nan)
    }
}
