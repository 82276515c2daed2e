package import Documents

/// What a group brings home from an evening: how many letters for each action by each channel, told at once.
package struct GroupReturn: Sendable {
    package let group: WritingGroup
    package let requests: [ReportRequest]

    /// One number of the form, with the name of its field: "901-26.1.post" is output 1 of UA 901/26, by post.
    package struct Line: Sendable, Equatable {
        package let reference: Reference
        package let ordinal: Int
        package let channel: Channel
        package let quantity: String

        package init(reference: Reference, ordinal: Int, channel: Channel, quantity: String = "") {
            self.reference = reference
            self.ordinal = ordinal
            self.channel = channel
            self.quantity = quantity
        }

        /// Nil for a field that is no number of letters.
        package init?(field: String, value: String) {
            let parts = field.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 3, let reference = Reference(slug: parts[0]), let ordinal = Int(parts[1]), ordinal > 0 else { return nil }
            guard let channel = Channel(rawValue: parts[2]) else { return nil }
            self.init(reference: reference, ordinal: ordinal, channel: channel, quantity: value.filter { !$0.isWhitespace })
        }

        package var field: String { "\(reference.slug).\(ordinal).\(channel.rawValue)" }
    }

    /// Checks every line and tells all problems at once. Empty lines are nothing.
    ///
    /// - Parameters:
    ///   - token: of the form; each line has one of its own made from it, so that a form sent again counts no line twice.
    ///   - isSure: whether somebody was asked about a number above ``askingAbove`` and said yes.
    package init(_ lines: [Line], token: String?, isSure: Bool, of group: WritingGroup, within window: ReturnWindow? = nil) throws(FormProblems) {
        var problems = FormProblems(), requests: [ReportRequest] = []
        let filled = lines.filter { !$0.quantity.isEmpty }
        for line in filled {
            do {
                var request = try line.request(token: token, of: group)
                request.window = window
                requests.append(request)
            } catch {
                problems.add(line.field, Message("report.problem_group_quantity"))
            }
        }
        if filled.isEmpty { problems.add("numbers", Message("group.problem_none")) }
        if !isSure, requests.contains(where: { $0.quantity > Self.askingAbove }) { problems.add("sure", Message("group.problem_sure")) }
        if !ReportRequest.tokenLengths.contains(token?.utf8.count ?? 0) { problems.add("token", Message("report.problem_token")) }
        guard problems.isEmpty else { throw problems }
        self.group = group
        self.requests = requests
    }

    /// From here on somebody is asked whether the number is right.
    package static let askingAbove = 500
}

extension GroupReturn.Line {
    fileprivate func request(token: String?, of group: WritingGroup) throws(FormProblems) -> ReportRequest {
        try ReportRequest(
            reference: reference, ordinal: ordinal, channel: channel.rawValue, quantity: quantity,
            token: Digest.sha256("\(token ?? "") \(field)"), section: group.section, source: .group, group: group.id
        )
    }
}
