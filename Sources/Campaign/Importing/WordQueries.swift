import Documents
import Storage

extension Connection {
    func text(of output: Output.ID, in language: Language) throws -> Text? {
        try row("SELECT * FROM text WHERE output_id = \(output) AND language = \(language)").map(Text.init)
    }

    func replace(_ text: Text, in output: Output.ID) throws {
        try execute(
            """
            INSERT INTO text (output_id, language, headline, lead, call, background, demands)
            VALUES (\(output), \(text.language), \(text.headline), \(text.lead), \(text.call), \(Paragraphs(text.background)), \(Lines(text.demands)))
            ON CONFLICT (output_id, language) DO UPDATE SET headline = excluded.headline, lead = excluded.lead, call = excluded.call,
                background = excluded.background, demands = excluded.demands
            """
        )
    }

    func letter(of output: Output.ID, in language: Language) throws -> ModelLetter? {
        try row("SELECT * FROM model_letter WHERE output_id = \(output) AND language = \(language)").map(ModelLetter.init)
    }

    func replace(_ letter: ModelLetter, in output: Output.ID) throws {
        try execute(
            """
            INSERT INTO model_letter (output_id, language, greeting, body, closing)
            VALUES (\(output), \(letter.language), \(letter.greeting), \(Paragraphs(letter.body)), \(letter.closing))
            ON CONFLICT (output_id, language) DO UPDATE SET greeting = excluded.greeting, body = excluded.body, closing = excluded.closing
            """
        )
    }

    func hasSocialPosts(_ output: Output.ID) throws -> Bool {
        try row("SELECT 1 AS one FROM social_post WHERE output_id = \(output)") != nil
    }

    func insertSocialPost(_ words: String, into output: Output.ID, at position: Int) throws {
        try execute("INSERT INTO social_post (output_id, position, words) VALUES (\(output), \(position), \(words))")
    }
}
