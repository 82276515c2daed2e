import CBrotli
import CZlib
import Hummingbird
import TestSupport
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(5))) struct RepresentationTests {
    private static let words = String(repeating: "Write a letter before the deadline. ", count: 100)

    private func routes(_ router: Router<Visitor>) {
        let page = Representation(RenderedPage(Self.words, language: "en"), caching: .revalidated)
        router.get("page") { _, _ in page }
    }

    @Test func `a page travels packed to those who unpack it`() async throws {
        try await RunningSite.run(routes: routes) { site in
            let visitor = try await site.connect()
            let plain = try await visitor.get("/page")
            #expect(plain.text == Self.words)
            #expect(plain["content-encoding"] == nil)
            let packed = try await visitor.get("/page", headers: ["accept-encoding": "br;q=0.5, gzip;q=0.8"])
            #expect(packed["content-encoding"] == "gzip")
            #expect(unpacked(packed.body) == Array(Self.words.utf8))
            #expect(plain["vary"] == "Accept-Encoding" && packed["vary"] == "Accept-Encoding")
            #expect(plain["content-language"] == "en" && packed["content-language"] == "en")
            #expect(plain["etag"] != packed["etag"])
            #expect(plain["cache-control"] == "no-cache")
            let small = try await visitor.get("/page", headers: ["accept-encoding": "gzip, deflate, br, zstd"])
            #expect(small["content-encoding"] == "br")
            #expect(opened(small.body) == Array(Self.words.utf8))
            #expect(Set([plain["etag"], packed["etag"], small["etag"]]).count == 3)
            let head = try await visitor.head("/page", headers: ["accept-encoding": "gzip"])
            #expect(head["content-length"] == "\(packed.body.count)")
            #expect(head["etag"] == packed["etag"])
            #expect(head.body.isEmpty)
        }
    }

    @Test func `who has the page already is told so`() async throws {
        try await RunningSite.run(routes: routes) { site in
            let visitor = try await site.connect()
            let tag = try #require(try await visitor.get("/page")["etag"])
            for known in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
                let answer = try await visitor.get("/page", headers: ["if-none-match": known])
                #expect(answer.status == 304)
                #expect(answer.body.isEmpty)
                #expect(answer["etag"] == tag)
                #expect(answer["cache-control"] == "no-cache")
                #expect(answer["vary"] == "Accept-Encoding")
            }
            #expect(try await visitor.get("/page", headers: ["if-none-match": "\"other\""]).status == 200)
            let other = ["if-none-match": tag, "accept-encoding": "gzip"]
            #expect(try await visitor.get("/page", headers: other).status == 200, "the packed page is another representation")
        }
    }

    @Test(
        arguments: [
            (nil, ContentCoding.identity), ("", .identity), ("gzip", .gzip), ("GZIP", .gzip), ("br, gzip;q=0.8", .brotli),
            ("br;q=0.7, gzip;q=0.8", .gzip), ("br;q=0, *", .gzip), ("gzip, br", .brotli),
            ("gzip;q=0", .identity),
            ("gzip; q=0.0", .identity), ("*", .brotli), ("*;q=0", .identity), ("identity, gzip;q=0.5", .identity), ("identity;q=0.5, gzip", .gzip),
            ("identity;q=0.5, br;q=0.4", .identity),
            ("deflate", .identity), ("x-gzip", .gzip), ("gzip;q=nonsense", .identity), (",;,q=1,", .identity),
        ] as [(String?, ContentCoding)])
    func `the coding is the one that the visitor prefers`(_ field: String?, _ coding: ContentCoding) {
        #expect(ContentCoding(accepting: field) == coding)
    }

    private func opened(_ bytes: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 100_000) { room, count in
            count = room.count
            if BrotliDecoderDecompress(bytes.count, bytes, &count, room.baseAddress) != BROTLI_DECODER_RESULT_SUCCESS { count = 0 }
        }
    }

    private func unpacked(_ bytes: [UInt8]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 100_000) { room, count in
            count = czlib_gunzip(bytes, bytes.count, room.baseAddress, room.count)
        }
    }
}
