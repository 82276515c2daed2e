/// Words of our own, in one language, from which invented documents are made. They tell of nobody.
struct InventedWords {
    let language: String
    let months: [String]
    let titles: [String]
    let leads: [String]
    let background: [String]
    let demands: [String]
    let greeting: String
    let closing: String

    /// "3 March 2004", "3. März 2004", "3 de marzo de 2004"
    func day(_ day: Int, _ month: Int, _ year: Int) -> String {
        let name = months[month - 1]
        return switch language {
        case "de": "\(day). \(name) \(year)"
        case "es": "\(day) de \(name) de \(year)"
        default: "\(day) \(name) \(year)"
        }
    }
}

extension InventedWords {
    static let english = InventedWords(
        language: "en",
        months: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
        ],
        titles: ["Teacher held without charge", "Union leader at risk", "Farmer threatened after complaint", "Student taken from her home"],
        leads: [
            "was taken from a bus on the morning of market day by men in plain clothes, and has not been seen since.",
            "has been held for five weeks without a lawyer and without a charge that anybody could name.",
            "received three calls in one night from a voice that described the way to school of the younger daughter.",
        ],
        background: [
            "The valley has had no road since the flood, and whoever asks where the money for it went is soon asked to come to the station.",
            "A commission was promised in spring; its members were named, but it never met and its rooms were let to a bank.",
            "Two neighbours who gave evidence were questioned for a day each, and both have since moved away from the town.",
            "The newspaper that printed the letter lost its licence over a missing stamp on a form of the previous year.",
            "In earlier cases people came home after letters had arrived from abroad, and said that the letters were counted aloud.",
            "Lawyers who went to the court were told that the file was in another building, which turned out to be closed.",
        ],
        demands: [
            "I call on you to make known at once where this person is held.",
            "I urge you to see that a lawyer and a doctor of their own choice are let in without delay.",
            "I ask you to have the threats looked into by somebody who does not depend on those accused of them.",
        ],
        greeting: "Dear Minister,", closing: "Yours sincerely,"
    )

    static let german = InventedWords(
        language: "de",
        months: ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"],
        titles: ["Lehrerin ohne Anklage in Haft", "Gewerkschafter in Gefahr", "Bauer nach Beschwerde bedroht", "Studentin aus der Wohnung geholt"],
        leads: [
            "wurde am Morgen des Markttags von Männern in Zivil aus einem Bus geholt und ist seither nicht gesehen worden.",
            "ist seit fünf Wochen in Haft, ohne Anwalt und ohne eine Anklage, die jemand nennen könnte.",
            "erhielt in einer Nacht drei Anrufe von einer Stimme, die den Schulweg der jüngeren Tochter beschrieb.",
        ],
        background: [
            "Das Tal hat seit der Flut keine Straße mehr, und wer fragt, wo das Geld dafür geblieben ist, wird bald auf die Wache gebeten.",
            "Im Frühjahr wurde eine Kommission versprochen; ihre Mitglieder wurden ernannt, doch getagt hat sie nie.",
            "Zwei Nachbarn, die ausgesagt hatten, wurden je einen Tag lang befragt und sind inzwischen aus der Stadt fortgezogen.",
            "Die Zeitung, die den Brief druckte, verlor ihre Lizenz wegen eines Stempels, der auf einem Formular des Vorjahres fehlte.",
            "In früheren Fällen kamen Menschen nach Hause, nachdem Briefe aus dem Ausland eingetroffen waren.",
        ],
        demands: [
            "Ich bitte Sie, sofort bekannt zu geben, wo diese Person festgehalten wird.",
            "Ich fordere Sie auf, unverzüglich eine Anwältin und einen Arzt eigener Wahl zuzulassen.",
        ],
        greeting: "Sehr geehrter Herr Minister,", closing: "Hochachtungsvoll,"
    )

    static let spanish = InventedWords(
        language: "es",
        months: [
            "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
        ],
        titles: [
            "Maestra detenida sin cargos", "Líder sindical en peligro", "Campesino amenazado tras una denuncia", "Estudiante sacada de su casa",
        ],
        leads: [
            "fue bajada de un autobús la mañana del día de mercado por hombres de civil, y no se la ha vuelto a ver.",
            "lleva cinco semanas en prisión sin abogado y sin un cargo que nadie sepa nombrar.",
            "recibió en una noche tres llamadas de una voz que describía el camino a la escuela de la hija menor.",
        ],
        background: [
            "El valle no tiene carretera desde la inundación, y a quien pregunta por el dinero pronto se le pide que pase por la comisaría.",
            "En primavera se prometió una comisión; sus miembros fueron nombrados, pero nunca se reunió y su sala se alquiló a un banco.",
            "Dos vecinos que declararon fueron interrogados un día cada uno, y ambos se han marchado de la ciudad.",
            "El periódico que publicó la carta perdió su licencia por un sello que faltaba en un formulario del año anterior.",
        ],
        demands: [
            "Le pido que haga público de inmediato dónde se encuentra esta persona.",
            "Le insto a que permita sin demora la visita de una abogada y de un médico de su elección.",
        ],
        greeting: "Señor Ministro:", closing: "Atentamente,"
    )

    static let french = InventedWords(
        language: "fr",
        months: ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
        titles: ["Une enseignante détenue sans inculpation", "Un syndicaliste en danger", "Un paysan menacé", "Une étudiante enlevée chez elle"],
        leads: [
            "a été descendue d'un autobus le matin du marché par des hommes en civil, et personne ne l'a revue depuis.",
            "est en détention depuis cinq semaines sans avocat et sans une accusation que quelqu'un sache nommer.",
            "a reçu en une nuit trois appels d'une voix qui décrivait le chemin de l'école de la plus jeune fille.",
        ],
        background: [
            "La vallée n'a plus de route depuis la crue, et qui demande où est passé l'argent est bientôt prié de venir au poste.",
            "Une commission a été promise au printemps ; ses membres ont été nommés, mais elle ne s'est jamais réunie.",
            "Deux voisins qui ont témoigné ont été interrogés une journée chacun, et tous deux ont depuis quitté la ville.",
            "Le journal qui a imprimé la lettre a perdu sa licence pour un tampon qui manquait sur un formulaire de l'année précédente.",
        ],
        demands: [
            "Je vous demande de faire savoir immédiatement où cette personne est détenue.",
            "Je vous prie d'autoriser sans délai la visite d'une avocate et d'un médecin de son choix.",
        ],
        greeting: "Monsieur le Ministre,", closing: "Veuillez agréer, Monsieur le Ministre, l'expression de ma haute considération."
    )
}
