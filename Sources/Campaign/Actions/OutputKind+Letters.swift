package import Documents
import Storage

extension OutputKind {
    /// Whether such a document asks its readers to write.
    package var asksForLetters: Bool {
        switch self {
        case .first, .update, .correction: true
        case .outcome, .information, .withdrawal: false
        }
    }
}

extension OutputKind: Bindable, Readable {}
extension EndReason: Bindable, Readable {}
extension Outcome: Bindable, Readable {}
