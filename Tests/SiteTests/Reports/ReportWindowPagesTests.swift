import Campaign
import Documents
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct ReportWindowPagesTests {
    @Test func `a late report is taken and said to be late`() async throws {
        try await withAmparo(at: "2022-01-20T10:00:00.000Z") { amparo in
            try await amparo.store.take(.wanjiru())
            let form = try await amparo.get("/en/actions/77-21/report")
            #expect(form.words.contains("The deadline passed on 3 January 2022. Your report is taken until 2 February 2022"))
            #expect(try await amparo.report(2).status == 303)
            #expect(try await amparo.store.tally().lines.map(\.isLate) == [true])
            #expect(try await amparo.get("/en/actions/77-21").words.contains("you can still report it until 2 February 2022"))
        }
    }

    @Test func `after that the form and the report are refused, with the day`() async throws {
        try await withAmparo(at: "2022-02-02T23:59:00.000Z") { amparo in
            try await amparo.store.take(.wanjiru())
            let fields =
                try await amparo.get("/en/actions/77-21/report").hidden.map { ($0.key, $0.value) } + [("channel", "post"), ("quantity", "1")]
            amparo.store.advance(seconds: 60)
            for answer in [try await amparo.get("/en/actions/77-21/report"), try await amparo.post("/en/actions/77-21/reports", fields)] {
                #expect(answer.status == 409)
                #expect(answer.first("h1") == "Reports on this action are closed")
                #expect(answer.words.contains("Reports were taken until 2 February 2022. Yours was not counted."))
                #expect(answer.links.contains("/en/contact"))
            }
            #expect(!(try await amparo.get("/en/actions/77-21").links.contains("/en/actions/77-21/report")))
            #expect(try await amparo.store.tally().counted() == 0)
        }
    }

    @Test func `a document that never asked for letters takes no reports`() async throws {
        try await withAmparo { amparo in
            try await amparo.store.take(.wanjiru { $0.kind = .information })
            let answer = try await amparo.get("/en/actions/77-21/report")
            #expect(answer.status == 409)
            #expect(answer.words.contains("This action takes no reports"))
        }
    }
}
