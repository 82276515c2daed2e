import Documents

extension NativeOutput {
    /// An output of an invented case that has something in every place.
    static func wanjiru(_ change: (inout NativeOutput) -> Void = { _ in }) -> NativeOutput {
        var output = NativeOutput(reference: Reference(series: .UA, serial: 77, year: 2021), ordinal: 2, kind: .outcome)
        output.isInvented = true
        output.countries = [Country("KE"), Country("NO")].compactMap { $0 }
        output.subjects = [Subject(name: "Wanjiru Otieno", pronouns: "she/her"), Subject(name: "Nº 2: #hidden")]
        output.facts.isFinal = true
        output.facts.indexCode = "AFR 32/0077/2021"
        output.facts.issuedOn = Day("2021-12-20")
        output.facts.actUntil = Day("2022-01-03")
        output.facts.endedOn = Day("2021-12-18")
        output.facts.endReason = .success
        output.facts.outcome = .released
        output.facts.eventOn = Day("2021-12-17")
        output.facts.preferredLanguages = ["en", "sw"]
        output.facts.ownLanguageWelcome = false
        output.facts.previousLink = "https://www.example.org/afr32/0070/2021/en/"
        output.published = NativeStamp(at: "2021-12-20T10:00:00.000Z", by: "Ivo")
        output.language = "en"
        output.words = .wanjiru
        output.socialPosts = ["She is free! #WanjiruOtieno", "Two\n\nlines"]
        output.editions = [.international, NativeEdition(section: "us")]
        change(&output)
        return output
    }
}

extension NativeWords {
    static var wanjiru: NativeWords {
        var words = NativeWords()
        words.headline = "Reporter released"
        words.lead = "Wanjiru Otieno went home on 17 December.\nNobody says why."
        words.call = "Thank the Attorney General."
        words.demands = ["Drop the charges", "- and return her notes"]
        words.background = "She asked for a budget.\n\nShe was held for a month."
        words.letter = Letter(greeting: "Dear Attorney General,", body: "I am glad.\n\nPlease drop the charges.", closing: "Yours,")
        words.editions = [Edition(section: "int", instructions: ["Write in your own words"], postalNote: "1.50", safetyNote: "Do not phone.")]
        return words
    }
}

extension NativeEdition {
    static var international: NativeEdition {
        var edition = NativeEdition(section: "int")
        var amina = Addressee(role: .target, name: "Amina Njoroge", office: "Attorney General", salutation: "Dear Attorney General")
        amina.contacts = [
            Contact(channel: "post", place: "Harambee Avenue\nNairobi\nKenya", checkedOn: Day("2021-11-01")),
            Contact(channel: "email", place: nil),
        ]
        edition.addressees = [amina, Addressee(role: .copy, office: "High Commission")]
        edition.downloads = [ActionDraft.Download(title: "UA 77/21", language: "sw", format: "PDF", size: "40 kB")]
        edition.counts = [Count(appeals: 120, channel: "other", isLate: false, on: Day(number: 18_980), at: "2021-12-20T10:00:00.000Z")]
        return edition
    }
}

/// Texts that a careless format would change.
enum NastyTexts {
    static let all = [
        "", " ", "\n", "\n\n", "a\n\nb", "a\n\n\n\nb", "\n\na\n\n", "  leading", "trailing  ", "\ttab\t", " \n \n x", "# a heading", "## Lead", "---",
        "amparo: 1",
        "> quoted", "- item", "-", "+ plus", "* star", "1. one", "1) one", "12.", "1\\.", "\\", "\\\\", "a\\", "a\\\nb", "\\# no", "`code`", "```",
        "~~~", "===", "_a_ **b**",
        "[link](x)", "![image](x)", "<b>", "&amp;", "&#32;", "&#", "&#1;", "#", "a #", "| a | b |", "    code", "a: b", "a #b", ": x", "- - x", "? x",
        "{a}", "[]", "[a", "!tag",
        "&anchor", "*alias", "@at", "`", "%", "null", "~", "true", "no", "123", "1.5", "0x1F", "2021-11-23", "'single'", "\"double\"", "it's \"so\"",
        "a\r\nb", "\r", "\u{0B}\u{0C}",
        "\u{85}", "\u{2028}\u{2029}", "\u{FEFF}x", "\u{1}\u{7F}\u{9F}", "🕊️ 👩🏽‍⚖️", "\u{200F}سلام\u{200E} أمير", "مرحبا: # نص", "e\u{301}", "\u{301}",
        "*\u{301}", "\\\u{301}", "#\u{301}",
        "&\u{301}", "\u{A0}nbsp\u{A0}", "\u{3000}", "Zürich", "Łódź", "日本語", "a b", "a.b@c.org", "x:", "x: ", "yes", "N", "=", "<<", "\u{FFFE}",
        "\u{1F600}\u{10FFFF}",
        String(repeating: "long words ", count: 400),
    ]

    /// Each two of the short ones, in one line and in two, a list for each first one.
    static let joined = short.map { one in short.flatMap { [one + $0, one + "\n" + $0] } }

    private static let short = all.filter { $0.utf8.count < 12 }
}

extension String {
    /// For comparing byte by byte: two spellings of the same letter are equal strings.
    var bytes: [UInt8] { Array(utf8) }
}
