import Documents

/// Letters of a usual length to invented officials, no two alike, so that nothing made for one serves another.
struct BenchLetter {
    let language: Language
    let name: String
    private let greeting: String
    private let paragraph: String
    private let closing: String

    func letter(_ number: Int) -> Letter {
        Letter(
            language: language, dateLine: "Quillota, 2021-11-30",
            addressLines: ["Amina Njoroge", "Attorney General", "Harambee Avenue \(number)", "NAIROBI"],
            subject: "UA \(number)/21", greeting: greeting, isGreetingPrinted: true,
            paragraphs: (0..<5).map { "\(paragraph) \(number * 5 + $0). \(paragraph) \(paragraph)" }, closing: closing, name: "Rosa \(number)")
    }

    func paper(_ number: Int) -> LetterPaper {
        LetterPaper(letter(number), window: .din5008)
    }

    static let all = [
        BenchLetter(
            language: "es", name: "Spanish", greeting: "Señora Fiscal General:",
            paragraph: "Le escribo para expresar mi preocupación por las personas que fueron detenidas sin orden judicial en la ciudad de Quillota.",
            closing: "Atentamente,"),
        BenchLetter(
            language: "ar", name: "Arabic", greeting: "السيدة النائبة العامة،",
            paragraph: "أكتب إليكم للإعراب عن قلقي العميق إزاء قضية عدة أشخاص احتجزوا دون أمر قضائي، وأحثكم على الإفراج عنهم فورًا.",
            closing: "مع التقدير،"),
        BenchLetter(
            language: "zh", name: "Chinese", greeting: "尊敬的总检察长：", paragraph: "我写信是为了表达对数名未经授权被拘留者的严重关切。我敦促您立即无条件释放他们，并保证他们的人身安全。", closing: "此致"),
        BenchLetter(
            language: "am", name: "Amharic", greeting: "ክብርት ጠቅላይ ዐቃቤ ሕግ፣",
            paragraph: "ያለ ፍርድ ቤት ትዕዛዝ ስለታሰሩ ሰዎች ጉዳይ ከባድ ስጋቴን ለመግለጽ እጽፋለሁ። ያለ ቅድመ ሁኔታ በአስቸኳይ እንዲለቀቁ አሳስባለሁ።",
            closing: "ከአክብሮት ጋር፣"),
    ]
}
