import Testing

@testable import Site

@Suite struct MultipartTests {
    private static let bounds = MultipartBody.Bounds(bytes: 10_000, parts: 3)

    @Test func `parts keep their bytes, their names and what a browser called the file`() throws {
        let body =
            "--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nline\r\nline\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a \\\"b%22.txt\"\r\nContent-Type: text/plain\r\n\r\n--c\r\n\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\"\r\n\r\n\r\n--b--\r\n"
        let form = try MultipartBody(Array(body.utf8), boundary: "b", within: Self.bounds)
        #expect(form["note"] == "line\r\nline")
        #expect(form.files.map(\.fileName) == ["a \"b\".txt"])
        #expect(form.files.map { String(decoding: $0.bytes, as: UTF8.self) } == ["--c\r\n"])
    }

    @Test(arguments: ["\u{301}a.txt", "a\u{600}", "a\u{301}\u{20E3}.txt"])
    func `a file's name may begin and end with any sign`(_ name: String) throws {
        let body = "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(name)\"\r\n\r\nx\r\n--b--\r\n"
        #expect(try MultipartBody(Array(body.utf8), boundary: "b", within: Self.bounds).files.map(\.fileName) == [name])
    }

    @Test(arguments: [
        "", "--b", "--b\r\n", "--b\r\n\r\nx\r\n--b--", "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--",
        "--b\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\nnever ends", "--bx\r\n",
    ])
    func `what is no form is refused, and never a fault`(text: String) {
        #expect(throws: FormRefusal.self) { try MultipartBody(Array(text.utf8), boundary: "b", within: Self.bounds) }
    }

    @Test func `no more parts than allowed`() {
        let part = "--b\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\nx\r\n"
        #expect(throws: FormRefusal.tooLarge) {
            try MultipartBody(Array((String(repeating: part, count: 4) + "--b--").utf8), boundary: "b", within: Self.bounds)
        }
    }
}
