import Storage

/// For whom an output is meant. Only what is for everybody can be published; the database refuses anything else.
package enum OutputAudience: String, Sendable, CaseIterable, Bindable, Readable {
    case staff = "internal"
    case members
    case everybody = "public"
}
