import HTTPTypes

/// What went wrong, with fields that its answer bears whatever is said of it.
struct WithFields: Error {
    let error: any Error
    let fields: HTTPFields
}
