/// XML by construction, with the rules of `HTML`: what is put into markup is text and is escaped, and characters that XML does not take are left out.
typealias XML = HTML
