import Foundation
import Testing

@testable import Converters

@Suite struct PictureConversionTests {
    private static let interpreter = URL(filePath: FileManager.default.currentDirectoryPath).appending(path: ".venv/bin/python").path
    private let convert = PictureConversion(python: interpreter)

    /// What Python says of a picture that it is given, or the picture that it makes.
    private func python(_ script: String, _ bytes: [UInt8] = []) async throws -> [UInt8] {
        let program = OutsideProgram(
            name: Self.interpreter, package: "python3", arguments: ["-I", "-B", "-c", "import io, sys\nfrom PIL import Image\n" + script],
            bounds: .init(seconds: 10, memory: 700_000_000), folders: Interpreter(Self.interpreter).folders)
        return try await program(bytes)
    }

    private let photo = """
        picture = Image.new("RGB", (400, 200), "white")
        exif = Image.Exif()
        exif[0x0112] = 6
        exif[0x010E] = "the safe house"
        exif.get_ifd(0x8825).update({1: "N", 2: (46.0, 57.0, 0.0), 3: "E", 4: (7.0, 26.0, 0.0)})
        picture.save(sys.stdout.buffer, "JPEG", exif=exif, comment=b"taken by Ana")
        """

    @Test func `a photograph loses its place, its words and its turn, and keeps its dots`() async throws {
        let taken = try await python(photo)
        #expect(String(decoding: taken, as: UTF8.self).contains("safe house"))
        let cleaned = try await convert(taken, width: 2_000, height: 2_000, as: .jpeg)
        let told = try await python(
            "p = Image.open(io.BytesIO(sys.stdin.buffer.read())); print(p.format, p.size, len(p.getexif()), sorted(p.info))", cleaned)
        #expect(String(decoding: told, as: UTF8.self).hasPrefix("JPEG (200, 400) 0 ['jfif"))
        for word in ["safe house", "taken by", "Exif", "GPS"] { #expect(!String(decoding: cleaned, as: UTF8.self).contains(word)) }
    }

    @Test func `what is to be hidden is black, and what stands beside it is not`() async throws {
        let taken = try await python("Image.new('RGB', (100, 100), 'white').save(sys.stdout.buffer, 'PNG')")
        let cleaned = try await convert(taken, width: 2_000, height: 2_000, as: .jpeg, hiding: [.init(left: 0, top: 0, width: 500, height: 300)])
        let dots = try await python(
            "p = Image.open(io.BytesIO(sys.stdin.buffer.read())); print([p.getpixel(at)[0] // 128 for at in ((10, 10), (45, 25), (80, 10), (10, 60))])",
            cleaned)
        #expect(String(decoding: dots, as: UTF8.self) == "[0, 0, 1, 1]\n")
    }

    @Test(arguments: [
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>", "<html><body>reply</body></html>", "%PDF-1.4", "GIF89a", "",
        "\u{FF}\u{D8}\u{FF}",
    ])
    func `what is no picture by its content is refused`(_ text: String) async throws {
        await #expect(throws: ConversionFailure.damaged) { try await convert(Array(text.utf8), width: 90, height: 90) }
    }

    @Test func `a picture that unfolds to far more dots than it has bytes is refused`() async throws {
        let bomb = try await python("Image.new('1', (9000, 9000)).save(sys.stdout.buffer, 'PNG')")
        await #expect(throws: ConversionFailure.tooLarge) { try await convert(bomb, width: 90, height: 90) }
    }
}
