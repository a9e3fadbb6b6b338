/** What the generated customers write. */

export const LANGUAGES = [
  {
    charset: "utf-8",
    names: ["Ann Carter", "Tom Baker", "Grace O'Neil", "Peter Holm"],
    subjects: [
      "Where is my parcel",
      "Wrong size delivered",
      "Invoice for order",
      "Question about a refund",
    ],
    greeting: "Hello,",
    closing: "Kind regards,",
    sentences: [
      "the parcel has not arrived although the tracking page says it was delivered on Monday.",
      "I would like to exchange the blue one for the next size up, is that possible?",
      "Could you please send me the invoice again, my accountant cannot open the first one.",
      "I waited for three days and nobody has called me back yet.",
      "The colour on your page looked quite different from what is in the box.",
      "Thank you for the quick answer, I have one more question about the delivery time.",
    ],
    wrote: (name) => `On Mon, Nov 16, 2026 at 9:14 AM ${name} wrote:`,
  },
  {
    charset: "iso-8859-1",
    names: ["Jürgen Müller", "Käthe Groß", "Sören Böhm"],
    subjects: [
      "Rücksendung für Bestellung",
      "Größe passt nicht",
      "Lieferung unvollständig",
    ],
    greeting: "Guten Tag,",
    closing: "Mit freundlichen Grüßen",
    sentences: [
      "leider passt mir die Größe nicht, ich würde die Jacke gern umtauschen.",
      "Die Lieferung war unvollständig, es fehlen zwei Stücke.",
      "Könnten Sie mir bitte die Rechnung erneut schicken?",
      "Ich habe das Paket bereits am Dienstag zurückgeschickt.",
    ],
    wrote: (name) => `Am Mo., 16. Nov. 2026 um 09:14 Uhr schrieb ${name}:`,
  },
  {
    charset: "windows-1252",
    names: ["Chloé Lefèvre", "François Noël", "Hélène Garçon"],
    subjects: ["Commande jamais reçue", "Remboursement demandé", "Délai de livraison"],
    greeting: "Bonjour,",
    closing: "Cordialement,",
    sentences: [
      "je n’ai toujours pas reçu ma commande passée il y a deux semaines.",
      "Pourriez-vous me dire où en est le remboursement de 49,90 € ?",
      "L’article est arrivé cassé, vous trouverez une photo ci-jointe.",
      "Merci d’avance pour votre réponse.",
    ],
    wrote: (name) => `Le lun. 16 nov. 2026 à 09:14, ${name} a écrit :`,
  },
  {
    charset: "koi8-r",
    names: ["Ирина Петрова", "Олег Смирнов"],
    subjects: ["Вопрос по заказу", "Возврат товара"],
    greeting: "Здравствуйте,",
    closing: "С уважением,",
    sentences: [
      "посылка до сих пор не пришла, подскажите, где она сейчас.",
      "Хочу вернуть товар, он не подошёл по размеру.",
      "Пришлите, пожалуйста, счёт ещё раз.",
    ],
    wrote: (name) => `пн, 16 нояб. 2026 г. в 09:14, ${name} пишет:`,
  },
  {
    charset: "shift_jis",
    names: ["山田花子", "佐藤太郎"],
    subjects: ["注文についての質問", "返品のお願い"],
    greeting: "お世話になっております。",
    closing: "よろしくお願いいたします。",
    sentences: [
      "注文した商品がまだ届いていません。",
      "サイズが合わないので、交換をお願いできますか。",
      "領収書をもう一度送ってください。",
    ],
    wrote: (name) => `2026年11月16日(月) 9:14 ${name}:`,
  },
]

/** A body of about `length` characters, as paragraphs. */
export function bodyOf(language, chance, length) {
  const paragraphs = []
  let written = 0
  while (written < length) {
    const paragraph = Array.from({ length: chance.between(2, 5) }, () =>
      chance.pick(language.sentences)
    ).join(" ")
    paragraphs.push(paragraph)
    written += paragraph.length
  }
  return paragraphs
}
