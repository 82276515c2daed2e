/// Takes letters to supporters and sends them soon.
///
/// A letter is kept in the memory of the process that took it and nowhere else, since the link in it would open somebody's page to whoever
/// reads the database. When the process ends before it was sent it is lost; the person asks again, and gets another.
package protocol Postbox: Sendable {
    func post(_ letter: SupporterLetter) async
}
