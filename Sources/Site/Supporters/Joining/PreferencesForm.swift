import Campaign
import Documents
import Foundation

extension Preferences {
    /// What the form says, over what holds already; only a value that is offered nowhere is a problem. Throws every problem at once.
    init(_ form: FormBody, over usual: Preferences, for reader: Reader) throws(FormProblems) {
        var reading = PreferencesReading(form: form)
        self = usual
        pace = reading.one("pace", Pace.init) ?? usual.pace
        network = reading.one("network", Network.init) ?? usual.network
        let language = reading.one("language") { text in reader.section.languages.first { $0.rawValue == text } }
        self.language = language ?? usual.language
        timeZone = reading.one("zone") { $0 == usual.timeZone.identifier ? usual.timeZone : ZoneList.zone($0) } ?? usual.timeZone
        // Boxes that are not ticked are not sent: where the form was there, they are off.
        if form["pace"] != nil {
            sameDay = form["same_day"] == "1"
            choices = reading.choices(for: reader)
        }
        try reading.end()
    }
}

/// Reads fields whose values are offered, and notes that something else came.
private struct PreferencesReading {
    let form: FormBody
    private var hasStranger = false

    init(form: FormBody) {
        self.form = form
    }

    mutating func one<Value>(_ field: String, _ value: (String) -> Value?) -> Value? {
        guard let text = form[field] else { return nil }
        let known = value(text)
        if known == nil { hasStranger = true }
        return known
    }

    mutating func any<Value: Hashable>(_ field: String, _ value: (String) -> Value?) -> Set<Value> {
        let texts = form.all(field), known = texts.compactMap(value)
        if known.count < texts.count { hasStranger = true }
        return Set(known)
    }

    mutating func choices(for reader: Reader) -> Choices {
        var choices = Choices()
        choices.languages = any("reads") { text in reader.section.languages.first { $0.rawValue == text } }
        choices.channels = any("channel") { text in ChoicesPart.channels.first { $0.rawValue == text } }
        choices.regions = any("region", Region.init)
        choices.topics = any("topic", Topic.init(rawValue:))
        choices.countries = any("country") { text in Country(text).flatMap { Region(of: $0) == nil ? nil : $0 } }
        return choices
    }

    func end() throws(FormProblems) {
        guard hasStranger else { return }
        var problems = FormProblems()
        problems.add("choices", Message("alerts.problem_choice"))
        throw problems
    }
}
