import Documents
import Testing

@Suite struct SocialNetworkTests {
    @Test(arguments: [
        ("Release her now", 15), ("Où est-elle ?", 13), ("أين هي؟", 7), ("她在哪里", 8), ("Libertad \u{1F54A}\u{FE0F}", 11),
        ("\u{1F469}\u{200D}\u{1F4BB}", 2), ("a https://example.org/a/very/long/address/that/counts/less b", 27),
        ("1234", 4), ("“quoted” – yes", 14),
    ])
    func `X weighs letters, emoji and links its own way`(_ text: String, _ length: Int) {
        #expect(SocialNetwork.x.length(of: text) == length)
    }

    @Test func `Bluesky counts what readers see as one`() {
        #expect(SocialNetwork.bluesky.length(of: "\u{1F469}\u{200D}\u{1F4BB} e\u{301}") == 3)
        #expect(SocialNetwork.bluesky.takes(String(repeating: "é", count: 300)))
        #expect(!SocialNetwork.bluesky.takes(String(repeating: "é", count: 301)))
    }

    @Test func `Mastodon counts a link as 23 and a handle without its server`() {
        #expect(SocialNetwork.mastodon.length(of: "@ag@social.example https://example.org/x") == 3 + 1 + 23)
        #expect(SocialNetwork.mastodon.limit == 500)
    }

    @Test func `each network opens its own window with the whole text`() {
        #expect(SocialNetwork.x.shareLink("A & B #c") == "https://x.com/intent/tweet?text=A%20%26%20B%20%23c")
        #expect(SocialNetwork.bluesky.shareLink("é") == "https://bsky.app/intent/compose?text=%C3%A9")
        #expect(SocialNetwork.threads.shareLink("x") == "https://www.threads.com/intent/post?text=x")
        #expect(SocialNetwork.mastodon.shareLink("x") == nil)
        #expect(SocialNetwork.mastodon.shareLink("x", at: HostName("mastodon.example")) == "https://mastodon.example/share?text=x")
        #expect(SocialNetwork.instagram.shareLink("x") == nil)
        #expect(
            SocialNetwork.facebook.shareLink(ofPage: "https://a.example/b")
                == "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fa.example%2Fb")
    }

    @Test(arguments: [
        ("mastodon.example", "mastodon.example"), (" https://Mastodon.Example/@rosa ", "mastodon.example"),
        ("@rosa@mastodon.example", "mastodon.example"),
        ("xn--bcher-kva.example", "xn--bcher-kva.example"),
    ])
    func `a server is read however it is typed`(_ typed: String, _ host: String) {
        #expect(HostName(typed)?.text == host)
    }

    @Test(arguments: [
        "", "localhost", "javascript:alert(1)", "mastodon.example:8080", "a b.example", "-a.example", "127.0.0.1", "a..example", "ex\"ample.org",
        "a.example\r\nx",
        String(repeating: "a", count: 300) + ".example", "ü.example",
    ])
    func `what is no server is none`(_ typed: String) {
        #expect(HostName(typed) == nil)
    }

    @Test func `an account is known by name or by address`() {
        #expect(SocialHandle("@ag_example", on: .x)?.link == "https://x.com/ag_example")
        #expect(SocialHandle("ag.example.org", on: .bluesky)?.link == "https://bsky.app/profile/ag.example.org")
        #expect(SocialHandle("@ag@social.example", on: .mastodon)?.link == "https://social.example/@ag")
        #expect(SocialHandle("https://www.threads.net/@ag_example", on: .threads)?.text == "@ag_example")
        #expect(SocialHandle("@<script>", on: .x) == nil)
        #expect(SocialHandle("javascript:alert(1)", on: .facebook) == nil)
    }

    @Test func `a messenger opens the conversation, with the text where it can`() {
        #expect(Messenger.whatsapp.link(to: "WhatsApp: +254 20 222 7411", text: "A B") == "https://wa.me/254202227411?text=A%20B")
        #expect(Messenger.telegram.link(to: "https://t.me/ag_example", text: "x") == "https://t.me/ag_example?text=x")
        #expect(Messenger.signal.link(to: "+254 20 222 7411", text: "x") == "https://signal.me/#p/+254202227411")
        #expect(Messenger.whatsapp.link(to: "020 222", text: "x") == nil)
    }
}
