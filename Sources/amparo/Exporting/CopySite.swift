import Campaign
import Foundation
import Site

/// Copies the public site, of a section or of all, into a folder.
struct CopySite {
    let settings: Settings
    let store: Store
    /// nil for all, each in a folder of its own.
    let section: String?
    let hasPDF: Bool

    func callAsFunction(_ folder: SiteFolder) async throws {
        let copy = try await SiteCopy(
            database: store.database, world: store.world, port: settings.port.value,
            press: Press(python: hasPDF ? settings.python.value : nil),
            overlay: URL(filePath: settings.folder.value).appending(path: "overlay"), hasMail: settings.mail.server.value != nil,
            hasPush: settings.push.isOn.value, lanes: ProcessInfo.processInfo.activeProcessorCount)
        let codes = section.map { [Section.Code(rawValue: $0)] } ?? copy.sections.map(\.code)
        do {
            let mark = try await folder.replace { root in try await fill(root, codes, copy) }
            Terminal.say("\(mark.files) files of \(mark.of.joined(separator: ", "))")
        } catch let fault as CopyFault {
            throw Complaint(fault)
        }
    }

    private func fill(_ root: URL, _ codes: [Section.Code], _ copy: SiteCopy) async throws -> SiteFolder.Mark {
        var files = 0, origins: [String] = []
        let made = store.world.now().text
        for code in codes {
            let place = section == nil ? root.appending(path: code.rawValue, directoryHint: .isDirectory) : root
            let (written, unmade) = try await copy.write(code, into: place)
            files += written
            for address in unmade { Terminal.complain("\(address) could not be made; links lead to the server's own.") }
            origins += copy.sections.filter { $0.code == code }.map(copy.origin)
        }
        if section == nil { try copy.writeFirstPage(into: root) }
        return SiteFolder.Mark(made: made, of: origins, files: files)
    }
}

extension Complaint {
    fileprivate init(_ fault: CopyFault) {
        switch fault {
        case .page(let address, let status):
            self.init("The page \(address) could not be made (\(status)). The copy that was there stays.", status: .fault)
        case .unquiet: self.init("Actions were changed faster than they were copied. Try again; the copy that was there stays.", status: .unavailable)
        case .noSection(let code): self.init("There is no section \(code).", status: .refused)
        }
    }
}
