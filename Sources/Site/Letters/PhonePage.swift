import Campaign
import Documents

/// Whom to call, what time it is there, and what to say, in the official's language and in one's own.
struct PhonePage: Page {
    static var template: String { "letters/phone" }

    let layout: Layout
    let t: [String: String]
    let breadcrumb: [Layout.Link]
    let top: LetterFrame
    let calls: [Call]
    let scripts: [ScriptPart]

    struct Call: Sendable {
        let callTitle: String
        let numbers: [NumberPart]
        let isLocalOnly: Bool
        let clock: String?
        let clockNote: String?
    }

    struct ScriptPart: Sendable {
        let scriptTitle: String
        let scriptLang: String
        let scriptDir: String
        let steps: [String]
    }
}

extension PhonePage {
    init(_ written: WrittenLetters, _ top: LetterFrame, _ layout: Layout, at desk: WritingDesk, now: Instant) {
        let reader = written.reader
        self.init(
            layout: layout,
            t: reader.words.plainTexts,
            breadcrumb: written.view.letterBreadcrumb,
            top: top,
            calls: written.ones.map { Call($0.addressee, written.view, desk.clock, now) },
            scripts: Self.scripts(written, desk).map { script in
                let language = reader.days.nameInSentence(of: script.language)
                return ScriptPart(
                    scriptTitle: reader.text("letter.script_in", ["language": language]), scriptLang: script.language.rawValue,
                    scriptDir: script.language.direction, steps: script.lines)
            }
        )
    }

    /// In the letter's language, and what it means in the reader's; in the reader's alone where the other has no phrases.
    private static func scripts(_ written: WrittenLetters, _ desk: WritingDesk) -> [CallScript] {
        let place = written.choice.place, reader = written.reader
        func script(_ letter: Letter) -> CallScript? {
            let demands = written.view.output.texts.first { $0.language == letter.language }?.demands ?? []
            return CallScript(letter, about: written.about, place: place, demands: demands, phrases: desk.phrases, words: desk.words)
        }
        let other = written.view.output.letters.first { $0.language == reader.language && $0.language != written.choice.model.language }
        let own = other.map { Letter(calling: $0, as: written.joint) } ?? Letter(calling: nil, as: written.joint, in: reader.language)
        return [script(written.joint), own.flatMap(script)].compactMap { $0 }
    }
}

extension Letter {
    /// The same caller with the words of another model; with none at all when there is no model, for a language other than the letter's.
    fileprivate init?(calling model: ModelLetter?, as letter: Letter, in language: Language? = nil) {
        guard let tongue = model?.language ?? language, tongue != letter.language else { return nil }
        self.init(
            language: tongue, dateLine: "", addressLines: [], subject: "", greeting: "", isGreetingPrinted: false, paragraphs: model?.body ?? [],
            closing: "", name: letter.name)
    }
}

extension PhonePage.Call {
    /// The clock of the country in which they sit.
    init(_ addressee: Addressee, _ view: ActionView, _ clock: LocalClock, _ now: Instant) {
        let reader = view.reader, numbers = addressee.places(.phone).map { NumberPart($0) }
        let country = view.country(of: addressee)
        let times = country.map { clock.times(in: $0, at: now) } ?? []
        self.init(
            callTitle: addressee.printedName,
            numbers: numbers,
            isLocalOnly: numbers.contains { $0.telHref == nil },
            clock: country.flatMap { Self.words(times, in: $0, reader) },
            clockNote: times.first.map { reader.text($0.isOfficeHours ? "letter.clock_open" : "letter.clock_closed") }
        )
    }

    private static func words(_ times: [LocalTime], in country: Country, _ reader: Reader) -> String? {
        guard let first = times.first else { return nil }
        let values = [
            "country": country.name(in: reader.language), "city": first.city, "time": first.text, "day": reader.days.withWeekday(first.day),
        ]
        let earliest = times.min { $0.offset < $1.offset } ?? first, latest = times.max { $0.offset < $1.offset } ?? first
        guard earliest.offset != latest.offset else { return reader.text("letter.clock", values) }
        return reader.text("letter.clock_zones", values.merging(["earliest": earliest.text, "latest": latest.text]) { one, _ in one })
    }
}
