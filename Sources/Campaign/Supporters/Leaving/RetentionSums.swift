/// What one run of ``ApplyRetention`` did, for the log.
package struct RetentionSums: Sendable, Equatable {
    package var unconfirmed = 0
    package var links = 0
    package var sessions = 0
    package var asked = 0
    package var erased = 0
}
