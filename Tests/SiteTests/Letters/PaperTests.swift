import Documents
import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct PaperTests {
    @Test func `each form of a document has its type and a name without anybody's name`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            for (ending, type, way) in [
                ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "attachment"),
                ("odt", "application/vnd.oasis.opendocument.text", "attachment"), ("json", "application/json; charset=utf-8", "inline"),
            ] {
                let answer = try await amparo.get("/documents/77-21/1/en/sheet.\(ending)")
                #expect(answer.status == 200)
                #expect(answer["content-type"] == type)
                #expect(answer["content-disposition"] == "\(way); filename=\"77-21-1-sheet-en.\(ending)\"")
                #expect(answer["etag"] != nil && answer.body.count < 60_000)
            }
        }
    }

    @Test func `the sheet is the one of the section's country unless another is asked for`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let here = try await amparo.get("/documents/77-21/1/en/sheet.docx"),
                a4 = try await amparo.get("/documents/77-21/1/en/sheet.docx?paper=a4")
            let letter = try await amparo.get("/documents/77-21/1/en/sheet.docx?paper=letter")
            #expect(here.body == a4.body && a4.body != letter.body)
            #expect(try await amparo.get("/documents/77-21/1/en/sheet.docx", host: "us.localhost").body != a4.body)
            #expect(try await amparo.get("/documents/77-21/1/en/sheet.docx?paper=a5").status == 404)
        }
    }

    @Test func `without its program there is no PDF, and the page and the answer say so`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let answer = try await amparo.get("/documents/77-21/1/en/sheet.pdf")
            #expect(answer.status == 501)
            #expect(answer.first("h1") == "PDF is not available here")
            let page = try await amparo.get("/en/actions/77-21")
            #expect(page.text.contains("PDF is not available here; print this page instead."))
            #expect(page.links.contains("/documents/77-21/1/en/sheet.docx") && !page.links.contains("/documents/77-21/1/en/sheet.pdf"))
        }
    }

    @Test func `the page lists each document with its measured size`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            let file = try await amparo.get("/documents/77-21/1/en/sheet.docx")
            let page = try await amparo.get("/en/actions/77-21")
            #expect(page.text.contains("Case sheet, English, Word, \(max(1, (file.body.count + 500) / 1_000)) kB"))
        }
    }

    @Test func `a withdrawn case has no document in any form`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            #expect(try await amparo.get("/documents/77-21/1/en/sheet.docx").status == 200)
            try await amparo.store.withdraw()
            _ = try await amparo.eventually("/documents/77-21/1/en/sheet.docx") { $0.status == 410 }
            for ending in ["docx", "odt", "pdf", "txt", "md", "json"] {
                #expect(try await amparo.get("/documents/77-21/1/en/sheet.\(ending)").status == 410)
            }
        }
    }

    @Test func `no count is printed, so that a report makes no document anew`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru())
            #expect(!(try await amparo.get("/documents/77-21/1/en/sheet.txt").text.contains("Appeals sent")))
        }
    }
}
