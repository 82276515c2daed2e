/// That libcrypto did not do what it was asked: no memory, or no such algorithm in this build.
package struct CryptographyFailure: Error, Equatable {
    let step: String
}
