@testable import Documents

/// A document that is recorded.
struct PaperSample {
    let name: String
    let html: HTML

    init(_ name: String, _ html: HTML) {
        self.name = name
        self.html = html
    }
}

/// One document of every kind of paper, with invented people, in the scripts that letters are written in, and with the worst that can be typed.
enum PaperSamples {
    static var all: [PaperSample] { windows + languages + sheets }

    private static var windows: [PaperSample] {
        WindowForm.allCases.map { form in
            PaperSample("letter-" + form.rawValue, LetterPaper(spanish, sender: ["Beat Muster", "Beispielweg 9", "3000 Bern"], window: form).html)
        }
    }

    private static var languages: [PaperSample] {
        [
            PaperSample("letter-ar", LetterPaper(arabic, window: .din5008).html),
            PaperSample("letter-fa", LetterPaper(persian, window: .din5008).html),
            PaperSample("letter-zh", LetterPaper(chinese, window: .din5008).html),
            PaperSample("letter-am", LetterPaper(amharic, window: .din5008).html),
            PaperSample("letter-close", LetterPaper(usual, window: .din5008).html),
            PaperSample("letter-close-us-10", LetterPaper(usual, window: .usTen).html),
            PaperSample("hostile", LetterPaper(hostile, sender: [String(repeating: "Via dell'Esempio ", count: 300)], window: .din5008).html),
            PaperSample("two-letters", LetterPaper.html([LetterPaper(long, window: .swissLeft), LetterPaper(spanish, window: .swissLeft)])),
        ]
    }

    private static var sheets: [PaperSample] {
        EnvelopeSize.allCases.map { PaperSample("envelope-" + $0.rawValue, envelope($0)) }
            + [
                PaperSample("labels-a4", labels(.a4TwentyFour)), PaperSample("labels-letter", labels(.letterThirty)), PaperSample("fax", fax.html),
                PaperSample("card", card(.single).html), PaperSample("cards", card(.four).html),
            ]
    }

    static let address = ["Sra. Rosa Ejemplo Quispe", "Ministra de Justicia", "Ministerio de Justicia", "Jirón Ejemplo 901", "LIMA 15001", "PERU"]

    static let spanish = Letter(
        language: "es", dateLine: "Bern, 22 de noviembre de 2026", addressLines: address, subject: "UA 901/26 – Nour Belkhadi",
        greeting: "Señora Ministra:", isGreetingPrinted: true,
        paragraphs: [
            "Le escribo para expresarle mi preocupación por Nour Belkhadi, enfermera de 34 años, de la que su familia no sabe nada desde el 3 de "
                + "noviembre.",
            "Le pido respetuosamente que se dé a conocer sin demora dónde se encuentra, que reciba la insulina que necesita y que pueda ver a su "
                + "familia y a una persona abogada de su elección.",
            "Le agradecería que me informara de las medidas adoptadas.",
        ],
        closing: "Atentamente,", name: "Beat Muster")

    static let long = Letter(
        language: "en", dateLine: "22 November 2026", addressLines: ["The Director", "Example Prison", "P.O. Box 901", "NAIROBI", "00100", "KENIA"],
        subject: "UA 902/26", greeting: "Dear Director,", isGreetingPrinted: false,
        paragraphs: (1...14).map { number in
            "Paragraph \(number): I ask you to make sure that Amina Example is treated with respect, that she can see a doctor of her choice, and that "
                + "nobody is punished for having spoken about the conditions in which she is held. I would be grateful to hear from you."
        },
        closing: "Yours faithfully,", name: "Ada Example")

    /// As long as model letters are, and too long for one page when it is set open.
    static let usual = Letter(
        language: "es", dateLine: spanish.dateLine, addressLines: address, subject: spanish.subject, greeting: spanish.greeting,
        isGreetingPrinted: true, paragraphs: Array((spanish.paragraphs + spanish.paragraphs + spanish.paragraphs).prefix(8)),
        closing: spanish.closing, name: spanish.name)

    static let hostile = Letter(
        language: "en", dateLine: String(repeating: "Bern ", count: 30) + "\u{202E}2026",
        addressLines: [String(repeating: "Rosa ", count: 2_000), "<b>Office</b>", String(repeating: "x", count: 10_000), "LIMA 15001", "PERU"],
        subject: "{{braces}} <script>alert(1)</script> \u{202E}gnirts\u{202C} 👩🏽‍⚖️",
        greeting: "Dear\u{0}\u{1B} <i>Minister</i>,\r\nBcc: nobody@example.org", isGreetingPrinted: false,
        paragraphs: [String(repeating: "w", count: 10_000), "=cmd|' /C calc'!A0", "</article><style>.address{top:0}</style>"],
        closing: "Yours\u{202E}", name: String(repeating: "Ana ", count: 60))

    static let arabic = Letter(
        language: "ar", dateLine: "Bern (Schweiz), ٢٢ نوفمبر ٢٠٢٦",
        addressLines: ["معالي وزير العدل", "وزارة العدل", "شارع المثال ٩", "الرياض 11564", "SAUDI-ARABIEN"],
        subject: "UA 903/26 – الإفراج عن نور", greeting: "معالي الوزير،", isGreetingPrinted: false,
        paragraphs: [
            "أكتب إليكم معربًا عن قلقي على نور بلخضي، وهي ممرضة تبلغ من العمر 34 عامًا، اعتُقلت في 3 نوفمبر 2026 ولا تعلم أسرتها مكان احتجازها.",
            "أطلب منكم الكشف عن مكانها دون تأخير والإفراج عنها ما لم توجَّه إليها تهمة معترف بها.",
        ],
        closing: "وتفضلوا بقبول فائق الاحترام والتقدير،", name: "Beat Muster")

    static let persian = Letter(
        language: "fa", dateLine: "۱ آذر ۱۴۰۵", addressLines: ["جناب آقای رئیس", "تهران", "IRAN"], subject: "UA 904/26",
        greeting: "با سلام و احترام،",
        isGreetingPrinted: false, paragraphs: ["با نگرانی دربارهٔ وضعیت سارا نمونه می‌نویسم و از شما می‌خواهم که او بی‌درنگ آزاد شود."],
        closing: "با احترام،", name: "Beat Muster")

    static let chinese = Letter(
        language: "zh-Hans", dateLine: "2026年11月22日", addressLines: ["部长", "9 Lizi Road", "BEIJING", "100000", "CHINA"], subject: "UA 905/26",
        greeting: "尊敬的部长：", isGreetingPrinted: false, paragraphs: ["我写信表达对李例的关切，并恳请您确保立即释放她。"], closing: "此致敬礼", name: "Beat Muster")

    static let amharic = Letter(
        language: "am", dateLine: "22 November 2026", addressLines: ["The Minister of Justice", "P.O. Box 901", "1000 ADDIS ABABA", "ÄTHIOPIEN"],
        subject: "UA 906/26", greeting: "ክቡር ሚኒስትር፣", isGreetingPrinted: false, paragraphs: ["ስለ አበበ ምሳሌ ሁኔታ ያለኝን ስጋት ለመግለጽ እጽፋለሁ።"],
        closing: "ከአክብሮት ጋር፣",
        name: "Beat Muster")

    private static func envelope(_ size: EnvelopeSize) -> HTML {
        EnvelopeSheet(
            [address, long.addressLines], sender: ["Beat Muster", "Beispielweg 9", "3000 Bern"], size: size, mark: .priority, language: "de"
        ).html
    }

    private static func labels(_ size: LabelSize) -> HTML {
        let addresses = (1...size.columns * size.rows).map { ["Label \($0)"] + address.dropFirst() }
        return LabelSheet(addresses, size: size, used: 1, language: "de").html
    }

    private static var fax: FaxSheet {
        let words = FaxSheet.Words(
            title: "Fax", to: "Para", fax: "Número de fax", from: "De", date: "Fecha", subject: "Asunto", pages: "Páginas, con esta")
        return FaxSheet(LetterPaper(spanish, window: .din5008), number: "+51 1 000 00 00", words: words)
    }

    private static func card(_ layout: SolidarityCard.Layout) -> SolidarityCard {
        SolidarityCard(
            message:
                "Dear Nour,\n\nI am thinking of you and of your family. I hope that you are well and that you will be home soon.\n\nWarm greetings,",
            name: "B. M.", address: ["Nour Belkhadi", "9 Example Street", "1000 TUNIS", "TUNESIEN"], language: "en", layout: layout)
    }
}
