import Campaign
import Documents

/// The case sheet of an output: the case as its page tells it, for paper. Nothing that changes with every report is on it.
struct SheetBlocks {
    typealias Block = CaseSheet.Block

    private let view: ActionView
    private let language: Language
    private let origins: Origins

    init(_ view: ActionView, _ language: Language, _ origins: Origins) {
        self.view = view
        self.language = language
        self.origins = origins
    }

    func blocks(_ text: Text) -> [Block] {
        let reader = view.reader
        return [.title(text.headline ?? view.reference)] + notices + site([.lines(facts)]) + (text.lead.map { [.paragraph($0)] } ?? [])
            + section(view.heading("action.call"), call(text))
            + section(view.heading("action.demands"), text.demands.isEmpty ? [] : [.list(text.demands)])
            + section(view.heading("action.addressees"), addressees)
            + section(reader.text("action.background"), text.background.map(Block.paragraph))
            + section(reader.text("action.names"), names)
            + section(reader.text("action.safety"), site(view.safety.map(Block.paragraph)))
            + section(reader.text("action.report"), view.isOpen ? [.paragraph(reportAddress)] : [])
    }

    /// Words of the site, which may be in another language than the document.
    private func site(_ blocks: [Block]) -> [Block] {
        view.reader.language == language || blocks.isEmpty ? blocks : [.part(view.reader.language, blocks)]
    }

    private func section(_ heading: String, _ blocks: [Block]) -> [Block] {
        blocks.isEmpty ? [] : site([.heading(heading)]) + blocks
    }

    /// That the case is invented, or that it takes no letters and why.
    private var notices: [Block] {
        let reader = view.reader
        let example = view.action.isInvented ? [reader.text("action.example_title") + "\n" + reader.text("action.example_text")] : []
        let state = StatePart(view).map { [([$0.stateTitle] + $0.stateParagraphs).joined(separator: "\n")] } ?? []
        return site((example + state).map(Block.note))
    }

    private var facts: [String] {
        let facts = FactPart.all(view, isCounting: false).filter { $0.factValue != view.reference }
        return [view.reference, view.countryName].filter { !$0.isEmpty } + facts.map { $0.label + view.reader.language.colon + $0.factValue }
    }

    /// Set apart, unless the lead says it already.
    private func call(_ text: Text) -> [Block] {
        guard view.output.kind.asksForLetters, let call = text.call, text.lead?.contains(call) != true else { return [] }
        return [.paragraph(call)]
    }

    private var addressees: [Block] {
        let note = view.isOpen && !view.accreditedAnywhere.isEmpty ? view.embassyNote : nil
        let cards: [Block] = (view.edition?.addressees ?? []).map { addressee in
            let contacts = addressee.usableContacts.filter { $0.channel != .post }.map { contact in
                view.reader.text("channel.\(contact.channel.rawValue)") + view.reader.language.colon
                    + (contact.place ?? view.reader.text("action.hidden_email"))
            }
            return .lines([addressee.name, addressee.office].compactMap { $0 } + addressee.addressLines + contacts)
        }
        return cards + site([note.map(Block.paragraph)].compactMap { $0 })
    }

    private var names: [Block] {
        let names = view.action.subjects.map { subject in
            [subject.name, subject.pronouns.map { "(\($0))" }].compactMap { $0 }.joined(separator: " ")
        }
        return names.isEmpty ? [] : [.list(names)]
    }

    private var reportAddress: String {
        origins.shortAddress(of: view.reader.section) + Links.report(view.action.reference, view.reader.language)
    }
}
