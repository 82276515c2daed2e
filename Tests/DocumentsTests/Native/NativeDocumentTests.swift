import Documents
import Testing

/// What is written is what is read.
@Suite struct NativeDocumentTests {
    @Test func `an output with everything in it comes back the same`() throws {
        let output = NativeDocument.output(.wanjiru())
        let text = try NativeWriter()(output)
        #expect(try NativeReader()(text.bytes) == output)
        #expect(try NativeWriter()(NativeReader()(text.bytes)).bytes == text.bytes)
    }

    @Test func `an output with nothing in it comes back the same`() throws {
        let output = NativeDocument.output(NativeOutput(reference: Reference(series: .EX, serial: 1, year: 1973), ordinal: 1, kind: .first))
        let text = try NativeWriter()(output)
        #expect(try NativeReader()(text.bytes) == output)
        #expect(text.contains("published: null"))
    }

    @Test func `a withdrawal comes back the same`() throws {
        let stamp = NativeStamp(at: "2021-12-20T10:00:00.000Z", by: "Ivo: #1")
        let withdrawal = NativeDocument.withdrawal(
            NativeWithdrawal(reference: Reference(series: .UA, serial: 77, year: 2021), stamp: stamp, reason: "the family\nasks for it"))
        #expect(try NativeReader()(NativeWriter()(withdrawal).bytes) == withdrawal)
    }

    @Test func `any text comes back from each part of the body byte by byte`() throws {
        for text in NastyTexts.all {
            let output = NativeOutput.wanjiru {
                $0.words.headline = text
                $0.words.lead = text
                $0.words.background = text
                $0.words.letter = NativeWords.Letter(greeting: text, body: text, closing: text)
                $0.socialPosts = [text]
            }
            let read = try read(output), letter = read.words.letter
            let words = [read.words.headline, read.words.lead, read.words.background, read.socialPosts.first]
            let texts = words + [letter?.greeting, letter?.body, letter?.closing]
            #expect(texts.allSatisfy { $0?.bytes == text.bytes }, "\(text.debugDescription)")
            #expect(read == output)
        }
    }

    @Test func `any two texts one after the other come back byte by byte`() throws {
        for texts in NastyTexts.joined {
            let output = NativeOutput.wanjiru {
                $0.words.demands = texts
                $0.words.editions = texts.map { NativeWords.Edition(section: "int", postalNote: $0) }
            }
            let read = try read(output)
            #expect(read.words.demands.map(\.bytes) == texts.map(\.bytes))
            #expect(read.words.editions.map { $0.postalNote?.bytes } == texts.map(\.bytes))
        }
    }

    @Test func `any text comes back from the front matter byte by byte`() throws {
        for text in NastyTexts.all + NastyTexts.all.map({ "x: " + $0 }) where !text.isEmpty && text.unicodeScalars.first != "\u{FEFF}" {
            let output = NativeOutput.wanjiru {
                $0.subjects[0] = NativeOutput.Subject(name: text, pronouns: text)
                $0.facts.previousLink = text
                $0.editions[0].addressees[0].contacts[0].place = text
                $0.editions[0].downloads[0].title = text
                $0.published?.by = text
                $0.facts.preferredLanguages = [Language(text)]
            }
            let read = try read(output)
            #expect(read.subjects[0].name.bytes == text.bytes, "\(text.debugDescription)")
            #expect(read.editions[0].addressees[0].contacts[0].place?.bytes == text.bytes, "\(text.debugDescription)")
            #expect(read.facts.previousLink?.bytes == text.bytes, "\(text.debugDescription)")
            #expect(read == output)
        }
    }

    @Test func `a mark that says nothing is left out, the same way each time`() throws {
        let output = NativeOutput.wanjiru {
            $0.subjects = [NativeOutput.Subject(name: "\u{FEFF}Wanj\0iru")]
            $0.words.lead = "a\0b"
        }
        let read = try read(output)
        #expect(read.subjects.first?.name.bytes == "Wanjiru".bytes)
        #expect(read.words.lead?.bytes == "ab".bytes)
    }

    private func read(_ output: NativeOutput) throws -> NativeOutput {
        guard case .output(let read) = try NativeReader()(NativeWriter()(.output(output)).bytes) else { throw NativeDocument.Malformed("no output") }
        return read
    }
}
