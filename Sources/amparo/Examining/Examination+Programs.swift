import Campaign
import Converters

extension Examination {
    /// The programs and fonts that some things lean on. Without them those things are missing, and all else works.
    static func ofPrograms(_ settings: Settings) async -> [Diagnosis] {
        var findings = [
            enclosure,
            program("pandoc", "pandoc", without: "Word and OpenDocument files are not imported"),
            program("pdftotext", "poppler-utils", without: "PDF files are not imported"),
            await press(settings),
        ]
        for script in scripts where !(await Installed.hasLetters(of: script.tag)) {
            findings.append(.lacking("fonts", "none with \(script.letters) letters (Debian: \(script.package)): PDFs in such languages show boxes"))
        }
        return findings
    }

    private static func program(_ name: String, _ package: String, without: String) -> Diagnosis {
        Installed.has(name) ? .well("programs", name) : .lacking("programs", "\(name) is not installed (Debian: \(package)): \(without)")
    }

    private static var enclosure: Diagnosis {
        guard !Enclosure.isPossible else { return .well("sandbox", "programs that read documents have no network and see no file of ours") }
        let why = "bubblewrap is not installed, or this machine lets nobody make namespaces (docs/serving.md)"
        return Enclosure.rule == .always
            ? .wrong("sandbox", "\(why): no Word, PDF or picture is read and no PDF made. The setting sandbox=when-possible does without")
            : .lacking("sandbox", "\(why): a program that a document breaks into can read the server's keys and use the network")
    }

    /// Whether a PDF comes out, by making one.
    private static func press(_ settings: Settings) async -> Diagnosis {
        let page = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Trial</title></head><body><p>Trial</p></body></html>"
        guard let made = try? await Press(python: settings.python.value).pdf(page), !made.isEmpty else {
            return .lacking("PDF", "\(settings.python.value) has no WeasyPrint (Scripts/setup run brings it): no PDF is made, and pages say so")
        }
        return .well("PDF", "WeasyPrint of \(settings.python.value)")
    }

    private static let scripts: [(tag: String, letters: String, package: String)] = [
        ("en", "Latin", "fonts-noto-core"), ("ru", "Cyrillic", "fonts-noto-core"), ("ar", "Arabic", "fonts-noto-core"),
        ("fa", "Persian", "fonts-noto-core"), ("am", "Ethiopic", "fonts-noto-core"), ("zh-cn", "Chinese", "fonts-noto-cjk"),
    ]
}
