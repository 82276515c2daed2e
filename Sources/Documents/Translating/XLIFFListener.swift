import Foundation
import FoundationXML

/// Hears the elements of an XLIFF file one after another, and keeps what belongs to its pieces.
final class XLIFFListener: NSObject, XMLParserDelegate {
    private(set) var refused: TranslationFile.Refused?
    /// Whether the root element came to its end: the parser itself takes a file that was cut off for a whole one.
    private(set) var isEnded = false
    private var version: TranslationFile.Version?
    private var original: String?
    private var source: String?
    private var target: String?
    private var units: [TranslationFile.Unit] = []
    private var path: [String] = []
    private var unit: Building?
    private var runs: [TranslationFile.Run]?
    private var note: String?
    /// How deep inside marks that keep a name we are.
    private var kept = 0

    private struct Building {
        let id: String
        var source: [TranslationFile.Run] = []
        var target: [TranslationFile.Run] = []
        var isWhole = true
        var hasTarget = false
        var segmentHasTarget = false
        var segmentSource: [TranslationFile.Run] = []
        var state = TranslationFile.Unit.State.initial
        var notes: [String] = []
    }

    private static let deepest = 60
    private static let mostUnits = 5_000

    /// What was heard, or why it is none of ours.
    func file() throws(TranslationFile.Refused) -> TranslationFile {
        guard let version else { throw .notXLIFF }
        guard let source, let target, !source.isEmpty, !target.isEmpty else { throw .noLanguages }
        return TranslationFile(
            version: version, original: original ?? "", source: Language(source), target: Language(target), units: units)
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String] = [:]
    ) {
        if path.isEmpty { begin(name, attributes) }
        path.append(name)
        guard refused == nil, path.count <= Self.deepest, units.count <= Self.mostUnits else {
            refused = refused ?? .tooLarge
            return parser.abortParsing()
        }
        switch (name, parent) {
        case ("file", "xliff"): beginFile(attributes)
        case ("trans-unit", _), ("unit", _): unit = Building(id: attributes["id"] ?? "")
        case ("segment", "unit"), ("ignorable", "unit"): beginSegment(attributes)
        case ("source", "trans-unit"), ("source", "segment"), ("source", "ignorable"): runs = []
        case ("target", "trans-unit"), ("target", "segment"), ("target", "ignorable"): beginTarget(attributes)
        case ("note", "trans-unit"), ("note", "notes"): if unit != nil { note = "" }
        default: if runs != nil, isKept(name, attributes) || kept > 0 { kept += 1 }
        }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        let parent = parent
        path.removeLast()
        isEnded = path.isEmpty
        switch (name, parent) {
        case ("source", "trans-unit"): unit?.source = taken()
        case ("source", "segment"), ("source", "ignorable"): endSource()
        case ("target", "trans-unit"), ("target", "segment"), ("target", "ignorable"): endTarget()
        case ("segment", "unit"), ("ignorable", "unit"): endSegment(name)
        case ("note", _) where note != nil:
            unit?.notes.append(note ?? "")
            note = nil
        case ("trans-unit", _), ("unit", _): endUnit()
        default: if runs != nil, kept > 0 { kept -= 1 }
        }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        if note != nil { note? += text }
        guard var heard = runs else { return }
        let run = kept > 0 ? TranslationFile.Run.kept(text) : .words(text)
        switch (heard.last, run) {
        case (.words(let before), .words): heard[heard.count - 1] = .words(before + text)
        case (.kept(let before), .kept): heard[heard.count - 1] = .kept(before + text)
        default: heard.append(run)
        }
        runs = heard
    }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
        self.parser(parser, foundCharacters: String(decoding: block, as: UTF8.self))
    }

    private var parent: String { path.dropLast().last ?? "" }
}

extension XLIFFListener {
    private func begin(_ name: String, _ attributes: [String: String]) {
        guard name == "xliff" else {
            refused = .notXLIFF
            return
        }
        switch attributes["version"] {
        case "1.2": version = .one
        case "2.0", "2.1": version = .two
        case let other: refused = .version(other ?? "")
        }
        (source, target) = (attributes["srcLang"], attributes["trgLang"])
    }

    /// The first file counts; pieces of others would be of other outputs.
    private func beginFile(_ attributes: [String: String]) {
        guard original == nil else {
            refused = .notXLIFF
            return
        }
        original = attributes["original"] ?? ""
        (source, target) = (attributes["source-language"] ?? source, attributes["target-language"] ?? target)
    }

    private func beginSegment(_ attributes: [String: String]) {
        unit?.segmentHasTarget = false
        unit?.segmentSource = []
        guard let state = attributes["state"] else { return }
        unit?.state = ["reviewed", "final"].contains(state) ? .reviewed : state == "translated" ? .translated : .initial
    }

    private func beginTarget(_ attributes: [String: String]) {
        runs = []
        guard let state = attributes["state"] else { return }
        unit?.state = ["final", "signed-off"].contains(state) ? .reviewed : state == "translated" ? .translated : .initial
    }

    private func endSource() {
        let taken = taken()
        unit?.segmentSource = taken
        unit?.source += taken
    }

    private func endTarget() {
        let taken = taken()
        unit?.target += taken
        unit?.segmentHasTarget = true
        unit?.hasTarget = true
    }

    /// What may be left as it is between sentences has no target of its own.
    private func endSegment(_ name: String) {
        guard var whole = unit, !whole.segmentHasTarget else { return }
        if name == "ignorable" { whole.target += whole.segmentSource } else { whole.isWhole = false }
        unit = whole
    }

    private func endUnit() {
        guard let whole = unit else { return }
        let hasTarget = whole.hasTarget && whole.isWhole && whole.target.text.contains { !$0.isWhitespace }
        units.append(
            TranslationFile.Unit(
                id: whole.id, source: whole.source, target: hasTarget ? whole.target : nil, state: whole.state, notes: whole.notes))
        unit = nil
    }

    private func taken() -> [TranslationFile.Run] {
        defer { (runs, kept) = (nil, 0) }
        return runs ?? []
    }

    private func isKept(_ name: String, _ attributes: [String: String]) -> Bool {
        name == "mrk" && (attributes["mtype"] == "protected" || attributes["translate"] == "no")
    }
}
