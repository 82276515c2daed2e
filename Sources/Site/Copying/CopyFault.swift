/// Why a copy of the site was not finished. What was there before stays.
package enum CopyFault: Error, Equatable {
    /// The site itself could not make a page.
    case page(address: String, status: Int)
    /// Actions were changed faster than they were copied.
    case unquiet
    case noSection(String)
}
