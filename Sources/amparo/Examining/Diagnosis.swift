/// One thing that was looked at.
struct Diagnosis: CustomStringConvertible {
    let isWell: Bool
    /// Well, but for something that can be done without.
    var isLacking = false
    let subject: String
    let finding: String

    static func well(_ subject: String, _ finding: String) -> Diagnosis {
        Diagnosis(isWell: true, subject: subject, finding: finding)
    }

    static func wrong(_ subject: String, _ finding: String) -> Diagnosis {
        Diagnosis(isWell: false, subject: subject, finding: finding)
    }

    static func lacking(_ subject: String, _ finding: String) -> Diagnosis {
        Diagnosis(isWell: true, isLacking: true, subject: subject, finding: finding)
    }

    var description: String { "\(isLacking ? "LACKS" : isWell ? "ok   " : "WRONG") \(subject): \(finding)" }
}
