import Storage

/// That one supporter is to be told of one alert: a row before anything is sent, and the job itself.
package struct Delivery: Sendable, Equatable {
    package enum State: String, Sendable, CaseIterable, Bindable, Readable {
        case waiting
        /// Until its supporter's next digest.
        case held
        case sent, skipped
        case gaveUp = "gave_up"
    }

    let alert: Alert.ID
    let supporter: Supporter.ID
    let state: State
    /// How often it was begun, this time included.
    let attempts: Int

    /// Attempts before it is given up; with `RetryDelay` about a day and a half, in which a greylisting or full server has its chance.
    static let attemptsAtMost = 12
    /// A claim is another's after so long without a sign of life.
    static let leaseSeconds = 30
    /// What is sent so short before its claim ends is entered in its row and not noted. Whoever claims enters what was noted half as long ago, so
    /// that two clocks may differ.
    static let noteSeconds = 10
}
