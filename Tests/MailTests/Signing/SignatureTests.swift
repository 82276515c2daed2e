import Testing

@testable import Mail

/// That signatures hold is shown by another program in Tests/EndToEnd/mail.py.
@Suite struct SignatureTests {
    /// The key of RFC 8463 appendix A.2, in the form that programs write.
    private let key = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n"

    @Test func `the record to publish is that of the standard's example`() throws {
        let signature = try Signature(domain: "Football.example.com", selector: "brisbane", keyPEM: key)
        #expect(signature.record == "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")
        #expect(signature.domain == "football.example.com")
    }

    @Test func `a signature covers what a reader sees and what acts, and closes sender and subject`() throws {
        var message = try Message.toRosa("Wanjiru is free.")
        message.unsubscribe = "https://example.org/stop"
        let plain = try message.bytes()
        let signed = try Signature(domain: "example.org", selector: "a", keyPEM: key).signed(plain)
        let text = String(decoding: signed, as: UTF8.self)
        #expect(signed.suffix(plain.count).elementsEqual(plain))
        let field = text.prefix(text.count - plain.count).replacing("\r\n  ", with: "").replacing("\r\n ", with: " ")
        #expect(field.hasPrefix("DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed; d=example.org; s=a; h="))
        #expect(
            field.contains(
                "h=from:from:to:subject:subject:date:message-id:list-unsubscribe:list-unsubscribe-post:auto-submitted:mime-version:content-type; bh=")
        )
        #expect(text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 78 })
    }

    @Test func `what is no key signs nothing`() {
        #expect(throws: UnfitKey.noKey) { try Signature(domain: "example.org", selector: "a", keyPEM: "secret") }
        let locked = "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v\n-----END ENCRYPTED PRIVATE KEY-----\n"
        #expect(throws: UnfitKey.noKey) { try Signature(domain: "example.org", selector: "a", keyPEM: locked) }
        #expect(throws: UnfitKey.domain("example org")) { try Signature(domain: "example org", selector: "a", keyPEM: key) }
        #expect(throws: UnfitKey.selector("a;b=c")) { try Signature(domain: "example.org", selector: "a;b=c", keyPEM: key) }
    }
}
