import Testing

@testable import Site

@Suite struct FormBodyTests {
    private func form(_ text: String) throws(FormRefusal) -> FormBody {
        try FormBody(urlEncoded: Array(text.utf8))
    }

    @Test func `fields keep their order and their repetitions`() throws {
        let form = try form("channel=post&quantity=3&channel=email&name=Ana+Li%2C+Z%C3%BCrich&empty=&flag&&=")
        #expect(form.fields.map(\.name) == ["channel", "quantity", "channel", "name", "empty", "flag"])
        #expect(form["channel"] == "post")
        #expect(form.all("channel") == ["post", "email"])
        #expect(form["name"] == "Ana Li, Zürich")
        #expect(form["empty"] == "" && form["flag"] == "")
        #expect(form["absent"] == nil)
    }

    @Test func `an equals sign inside a value is part of it`() throws {
        #expect(try form("a=b=c")["a"] == "b=c")
    }

    @Test(arguments: [
        ("a=%&b=1", "\u{FFFD}"), ("a=%4&b=1", "\u{FFFD}4"), ("a=%zz&b=1", "\u{FFFD}zz"), ("a=x%ff&b=1", "x\u{FFFD}"), ("a=b%00c&b=1", "b\u{FFFD}c"),
        ("a=%%41&b=1", "\u{FFFD}A"),
    ])
    func `what is no text is marked, and the rest is read`(_ text: String, _ value: String) throws {
        let form = try form(text)
        #expect(form["a"] == value)
        #expect(form["b"] == "1")
    }

    @Test func `a form has bounds`() {
        #expect(throws: FormRefusal.tooLarge) { try form(Array(repeating: "a=1", count: 201).joined(separator: "&")) }
        #expect(throws: FormRefusal.tooLarge) { try form(String(repeating: "n", count: 101) + "=1") }
        #expect(throws: FormRefusal.tooLarge) { try form("a=" + String(repeating: "x", count: Limits.form)) }
    }

    @Test func `a JSON object reads like a form`() throws {
        let form = try FormBody(json: Array(#"{"channel": "post", "quantity": 3, "late": true, "note": null, "rate": 0.5}"#.utf8))
        #expect(form["channel"] == "post")
        #expect(form["quantity"] == "3")
        #expect(form["late"] == "true")
        #expect(form["note"] == nil)
        #expect(form["rate"] == "0.5")
    }

    @Test(arguments: ["", "[]", "3", "{", #"{"a": [1]}"#, #"{"a": {"b": 1}}"#, #"{"a": "\u0000"}"#, "{\"a\": \"\u{1}\"}"])
    func `JSON that is no flat object is refused`(_ text: String) {
        #expect(throws: FormRefusal.self) { try FormBody(json: Array(text.utf8)) }
    }

    @Test func `any bytes are read or refused, never trapped on`() {
        var seed: UInt64 = 42
        for _ in 0..<2_000 {
            let bytes = (0..<40).map { _ -> UInt8 in
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return [UInt8]("%=&+aZ9\0".utf8)[Int(seed >> 61)] ^ (seed >> 50 & 15 == 0 ? UInt8(truncatingIfNeeded: seed >> 40) : 0)
            }
            _ = try? FormBody(urlEncoded: bytes)
            _ = try? FormBody(json: bytes)
        }
    }
}
