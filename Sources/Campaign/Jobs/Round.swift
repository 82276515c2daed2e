/// Work that finds for itself what is due, such as the deliveries of alerts, whose rows are their own jobs.
package protocol Round: Sendable {
    /// Does what is due now, until nothing is or the sign goes up.
    func callAsFunction(until sign: StopSign) async throws
}
