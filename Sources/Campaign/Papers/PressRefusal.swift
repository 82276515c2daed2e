/// Why a paper is not made just now, or not here at all.
package enum PressRefusal: Refusal, Equatable {
    /// The program that makes PDFs is not installed beside this one; the page can be printed instead.
    case noPDF
    /// Many papers are being made; the reader may ask again in a few seconds.
    case busy

    package var kind: RefusalKind {
        switch self {
        case .noPDF: .unavailable
        case .busy: .overloaded
        }
    }

    package var message: Message {
        switch self {
        case .noPDF: Message("press.refused.no_pdf")
        case .busy: Message("press.refused.busy")
        }
    }
}
