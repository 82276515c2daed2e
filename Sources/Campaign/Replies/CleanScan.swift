import Converters

/// A page of a letter, made anew as a JPEG: its dots, and nothing of the camera, the place or the file that it came in.
package struct CleanScan: Sendable, Equatable {
    package let jpeg: [UInt8]
    package let width: Int
    package let height: Int

    /// nil for bytes that are no JPEG with a frame.
    package init?(jpeg: [UInt8]) {
        guard let (width, height) = Self.size(of: jpeg) else { return nil }
        self.jpeg = jpeg
        self.width = width
        self.height = height
    }

    /// From the first start of frame (ITU T.81, B.2.2).
    private static func size(of bytes: [UInt8]) -> (Int, Int)? {
        guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
        var place = 2
        while place + 9 < bytes.count, bytes[place] == 0xFF {
            let mark = bytes[place + 1], length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
            if (0xC0...0xCF).contains(mark), ![0xC4, 0xC8, 0xCC].contains(mark) {
                let height = Int(bytes[place + 5]) << 8 | Int(bytes[place + 6]), width = Int(bytes[place + 7]) << 8 | Int(bytes[place + 8])
                return width > 0 && height > 0 ? (width, height) : nil
            }
            place += 2 + length
        }
        return nil
    }
}

/// Why a file that was handed in is not taken. Each is told in every language.
package enum ScanTrouble: String, Error, Sendable, CaseIterable {
    /// Neither a picture nor a PDF, by its content.
    case unreadable
    /// A drawing or a page of the web, which may hold programs.
    case drawing
    case tooLarge = "too_large"
    case tooSlow = "too_slow"
    case encrypted
    /// Nothing is installed here that makes pictures anew.
    case unavailable

    package var message: Message { Message("reply.trouble_\(rawValue)") }

    init(_ failure: ConversionFailure) {
        self =
            switch failure {
            case .missing, .notEnclosed: .unavailable
            case .encrypted: .encrypted
            case .tooSlow: .tooSlow
            case .tooLarge: .tooLarge
            case .damaged: .unreadable
            }
    }
}

extension Press {
    /// The pages of a picture or a PDF, made anew. What else the file holds, other files and programs among it, is left behind with the file.
    package func scans(of file: [UInt8], pages most: Int = ReplyBounds.pages) async throws(ScanTrouble) -> [CleanScan] {
        guard file.count <= ReplyBounds.file else { throw .tooLarge }
        guard !file.isMarkup else { throw .drawing }
        do {
            let pages = file.starts(with: Array("%PDF-".utf8)) ? try await pictures(ofPDF: file, pages: most) : [file]
            var scans: [CleanScan] = []
            for page in pages { scans.append(try await scan(page)) }
            return scans
        } catch let failure as ConversionFailure {
            throw ScanTrouble(failure)
        } catch {
            throw .unreadable
        }
    }

    /// The same page with parts of it black. Of what was there nothing is left.
    package func blackened(_ scan: CleanScan, _ parts: [Blackening]) async throws(ScanTrouble) -> CleanScan {
        do {
            return try await self.scan(scan.jpeg, hiding: parts)
        } catch let failure as ConversionFailure {
            throw ScanTrouble(failure)
        } catch {
            throw .unreadable
        }
    }

    private func scan(_ bytes: [UInt8], hiding parts: [Blackening] = []) async throws -> CleanScan {
        let jpeg = try await jpeg(bytes, side: ReplyBounds.side, hiding: parts.map(\.rectangle))
        guard let scan = CleanScan(jpeg: jpeg) else { throw ConversionFailure.damaged }
        return scan
    }
}

extension [UInt8] {
    /// Markup instead of a picture, whatever its name says: no picture and no PDF begins so.
    fileprivate var isMarkup: Bool {
        let blanks: Set<UInt8> = [9, 10, 13, 32, 0xEF, 0xBB, 0xBF]
        return first { !blanks.contains($0) } == UInt8(ascii: "<")
    }
}
