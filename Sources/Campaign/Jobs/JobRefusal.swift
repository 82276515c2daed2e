/// Why staff cannot do this to a job.
package enum JobRefusal: Refusal, Equatable {
    /// There is no such job, or it is just being done.
    case notThere(String)

    package var kind: RefusalKind { .missing }
    package var message: Message {
        switch self {
        case .notThere(let id): Message("jobs.refused.missing", ["id": id])
        }
    }
}
