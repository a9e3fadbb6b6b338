/**
 * The history of the desk. `{order}` in a text is the number of the order the ticket is `about`.
 * `after` is how long after the entry before.
 */
export type Agent = "mara" | "jonas" | "sofia"
type Status = "unchanged" | "open" | "pending" | "on_hold" | "closed"

export type Entry = { after?: `${number}${"m" | "h" | "d"}` } & (
  | {
      customer: string
      files?: ("zip.png" | "carton.png" | "invoice.pdf" | "scratch.png")[]
      html?: true
    }
  | { agent: Agent; reply: string; status?: Status }
  | {
      agent: Agent
      note: string
      source?: "phone_call" | "live_chat"
      minutes?: number
      status?: Status
    }
)

export type TicketData = {
  from: string
  /** Of somebody who is no customer yet. */
  name?: string
  to: "Sales" | "Returns" | "Customer Service" | "Support"
  daysAgo: number
  subject: string
  /** An order of orders.ts. */
  about?: string
  classification?: string
  /** Opened by an agent: the first entry is hers. */
  channel?: "phone" | "in_person" | "admin"
  thread: Entry[]
  assignee?: Agent
  claimedBy?: Agent
}

const LENA = "lena.hoffmann@postfach.test"
const TOM = "tom.baker@mailbox.test"
const CAMILLE = "camille.dubois@courrier.test"
const MAREK = "marek.nowak@skrzynka.test"
const INGRID = "ingrid.solberg@mailbox.test"
const GIULIA = "giulia.conti@posta.test"
const PRIYA = "priya.nair@mailbox.test"
const FELIX = "felix.brandl@postfach.test"

export const tickets: TicketData[] = [
  {
    from: LENA,
    to: "Sales",
    daysAgo: 47,
    subject: "Fällt der Husky-Pullover groß aus?",
    classification: "Product question",
    thread: [
      {
        customer:
          "Hallo zusammen,\n\nich trage sonst M, bin aber zwischen M und L. Fällt der Husky Merino Sweater eher groß oder klein aus? Ich würde ihn unter der Jacke tragen.\n\nViele Grüße\nLena Hoffmann",
      },
      {
        after: "3h",
        agent: "jonas",
        reply:
          "Hallo Frau Hoffmann,\n\nder Husky fällt normal aus und liegt eng an. Unter der Jacke passt M gut; L wäre am Bauch zu weit.\n\nFreundliche Grüße\nJonas Weber",
      },
      {
        after: "40m",
        customer: "Super, danke für die schnelle Antwort! Dann bestelle ich M.\n\nLena",
      },
      {
        after: "25m",
        agent: "jonas",
        note: "Nothing to answer.",
        status: "closed",
      },
    ],
  },
  {
    from: GIULIA,
    to: "Customer Service",
    daysAgo: 43,
    subject: "Shipping to Sardinia",
    classification: "Delivery",
    thread: [
      {
        customer:
          "Hello,\n\ndo you ship to Cagliari for the same price as to Torino? I order for my sister.\n\nGiulia Conti",
      },
      {
        after: "5h",
        agent: "sofia",
        reply:
          "Hello Giulia,\n\nyes: all of Italy costs the same five euros, islands included. To Sardinia it takes a day or two longer.\n\nKind regards\nSofia",
      },
    ],
  },
  {
    from: LENA,
    to: "Customer Service",
    daysAgo: 42,
    subject: "Invoice for order {order}",
    about: "lena-sweater",
    classification: "Invoice and payment",
    thread: [
      {
        customer:
          "Hello,\n\ncould you send me the invoice of order {order} with my company as recipient? Hoffmann Grafik, Kastanienallee 42, 10435 Berlin.\n\nThank you\nLena Hoffmann",
      },
      {
        after: "2h",
        agent: "mara",
        reply:
          "Dear Ms Hoffmann,\n\nthe invoice with your company's address is on its way to you by separate mail. In your account you find it under the order as well.\n\nKind regards\nMara Lindqvist",
      },
    ],
  },
  {
    from: "e.keller@gymnasium-altona.test",
    name: "Elke Keller",
    to: "Sales",
    daysAgo: 39,
    subject: "24 Stirnlampen für eine Schulklasse",
    classification: "Product question",
    thread: [
      {
        customer:
          "Guten Tag,\n\nfür unsere Klassenfahrt brauchen wir 24 Stirnlampen. Gibt es einen Rabatt für Schulen, und können wir auf Rechnung zahlen?\n\nMit freundlichen Grüßen\nElke Keller\nGymnasium Altona",
      },
      {
        after: "20h",
        agent: "jonas",
        note: "Asked Mara: 15 % for schools from 20 pieces, invoice is fine.",
        status: "on_hold",
      },
      {
        after: "3h",
        agent: "jonas",
        reply:
          "Guten Tag Frau Keller,\n\ngern: Schulen bekommen ab 20 Stück 15 Prozent, und Zahlung auf Rechnung ist möglich. Sollen wir 24 Lumi in Gelb zurücklegen?\n\nFreundliche Grüße\nJonas Weber",
        status: "pending",
      },
      {
        after: "2d",
        customer:
          "Ja bitte, 24 Stück in Gelb. Die Rechnung bitte an das Sekretariat.\n\nE. Keller",
      },
      {
        after: "2h",
        agent: "jonas",
        reply:
          "Vielen Dank, die Lampen sind zurückgelegt und gehen morgen mit der Rechnung an das Sekretariat.\n\nFreundliche Grüße\nJonas Weber",
        status: "closed",
      },
    ],
  },
  {
    from: TOM,
    to: "Sales",
    daysAgo: 37,
    subject: "Club order: 6 headlamps and 6 flasks, one delivery?",
    classification: "Delivery",
    thread: [
      {
        customer:
          "Hi,\n\nI am ordering for the Wicklow Alpine Club. If I put six headlamps and six flasks into one order, do they come in one parcel? Our pick-up point takes only one.\n\nCheers\nTom",
      },
      {
        after: "1h",
        agent: "sofia",
        reply:
          "Hi Tom,\n\nboth are in the same warehouse, so it will be one parcel of about 4 kg. I will put a note on the order once it is there.\n\nBest\nSofia",
      },
    ],
  },
  {
    from: "verena.o@tent-trade.test",
    name: "Verena Oberhuber",
    to: "Sales",
    daysAgo: 36,
    subject: "Partnership: our new groundsheets in your shop",
    thread: [
      {
        customer:
          "Dear team,\n\nwe make groundsheets from recycled nets and would love to see them in your shop. May I send you samples?\n\nVerena Oberhuber\nTent & Trade",
        html: true,
      },
      {
        after: "3d",
        agent: "mara",
        note: "Purchasing has enough of these until spring. Closed without an answer, they write every month.",
        status: "closed",
      },
    ],
  },
  {
    from: FELIX,
    to: "Returns",
    daysAgo: 27,
    subject: "Schuhe zu klein, Bestellung {order}",
    about: "felix-boots",
    classification: "Wrong size",
    thread: [
      {
        customer:
          "Servus,\n\ndie Steig-Stiefel aus Bestellung {order} sind mir in 44 zu klein. Getragen nur in der Wohnung. Wie schicke ich sie zurück?\n\nLG Felix Brandl",
      },
      {
        after: "4h",
        agent: "sofia",
        reply:
          "Hallo Herr Brandl,\n\nschade! Ein Retourenetikett kommt gleich mit einer eigenen Mail. Bitte im Originalkarton zurück an uns, das Geld kommt zwei Tage nach Eingang.\n\nSofia Rossi",
      },
      {
        after: "4d",
        customer:
          "Paket ist heute bei der Post aufgegeben worden. Sendungsnummer 1014 5567 0021.\n\nFelix",
      },
      {
        after: "1d",
        agent: "sofia",
        note: "Parcel 1014 5567 0021 is in Salzburg.",
        status: "on_hold",
      },
      {
        after: "3d",
        agent: "sofia",
        reply:
          "Hallo Herr Brandl,\n\ndie Stiefel sind heute angekommen, alles in Ordnung. Den Betrag haben wir gerade zurückgebucht.\n\nSofia Rossi",
        status: "closed",
      },
    ],
  },
  {
    from: TOM,
    to: "Support",
    daysAgo: 31,
    subject: "One headlamp of {order} does not charge",
    about: "tom-club",
    classification: "Damaged or faulty",
    thread: [
      {
        customer:
          "Hi,\n\none of the six headlamps from order {order} does not charge. Tried three cables and two chargers. The other five are fine.\n\nTom Baker",
      },
      {
        after: "2h",
        agent: "jonas",
        reply:
          "Hi Tom,\n\nthat is not how it should be. Could you try to hold the button for twelve seconds while it is on the cable? This wakes up a battery that was stored for too long.\n\nJonas",
      },
      { after: "1d", customer: "Tried it, no light, nothing. It stays dead.\n\nTom" },
      {
        after: "3h",
        agent: "jonas",
        reply:
          "Thanks for trying. A new one leaves tomorrow, and you need not send the old one back: please put it into electronic waste.\n\nJonas",
        status: "closed",
      },
    ],
  },
  {
    from: CAMILLE,
    to: "Sales",
    daysAgo: 28,
    subject: "Tente Vidde : résistance au vent ?",
    classification: "Product question",
    thread: [
      {
        customer:
          "Bonjour,\n\nje prépare une traversée de la Vanoise en septembre. La tente Vidde 2P résiste-t-elle à des rafales de 80 km/h ?\n\nMerci d'avance,\nCamille Dubois",
      },
      {
        after: "6h",
        agent: "mara",
        reply:
          "Bonjour Madame Dubois,\n\nla Vidde a été testée jusqu'à 90 km/h, à condition de tendre tous les haubans et de placer l'entrée dos au vent. Pour la Vanoise en septembre, c'est un bon choix.\n\nCordialement\nMara Lindqvist",
      },
      { after: "3h", customer: "Parfait, je la commande. Bonne journée !\n\nCamille" },
      {
        after: "1h",
        agent: "mara",
        note: "She ordered with express delivery.",
        status: "closed",
      },
    ],
  },
  {
    from: CAMILLE,
    to: "Customer Service",
    daysAgo: 25.5,
    subject: "Livraison express : commande {order}",
    about: "camille-tent",
    classification: "Delivery",
    thread: [
      {
        customer:
          "Bonjour,\n\nj'ai payé la livraison express pour la commande {order}, mais le suivi ne bouge plus depuis hier soir. Je pars vendredi.\n\nCamille Dubois",
      },
      {
        after: "50m",
        agent: "sofia",
        note: "Called the carrier: the parcel missed the lorry in Lyon and is delivered tomorrow before noon.",
        source: "phone_call",
        minutes: 7,
        status: "unchanged",
      },
      {
        after: "10m",
        agent: "sofia",
        reply:
          "Bonjour Madame Dubois,\n\nj'ai appelé le transporteur : votre colis est à Lyon et sera livré demain avant midi. Les frais d'express vous sont remboursés.\n\nCordialement\nSofia Rossi",
      },
      { after: "1d", customer: "Reçu ce matin, merci beaucoup pour votre aide !" },
      {
        after: "2h",
        agent: "sofia",
        note: "All good. Express fee refunded.",
        status: "closed",
      },
    ],
  },
  {
    from: PRIYA,
    to: "Returns",
    daysAgo: 17,
    subject: "Zip of my rain jacket is broken",
    about: "priya-jacket",
    classification: "Damaged or faulty",
    thread: [
      {
        customer:
          "Hello,\n\nafter two walks the front zip of my Fjell jacket (order {order}) opens from below. A photo is attached. I would like to keep the jacket if it can be repaired.\n\nBest wishes\nPriya Nair",
        files: ["zip.png"],
      },
      {
        after: "3h",
        agent: "jonas",
        reply:
          "Dear Ms Nair,\n\nthank you for the photo: the slider is worn, we can replace it in our workshop within a week, free of charge. Shall I send you a label?\n\nKind regards\nJonas Weber",
      },
      {
        after: "5h",
        customer: "Yes please! The address is the same as on the order.\n\nPriya",
      },
      {
        after: "16h",
        agent: "jonas",
        reply:
          "The label is on its way to you. Please put a note with the ticket number into the parcel, so that the workshop knows what to do.\n\nJonas Weber",
        status: "pending",
      },
      {
        after: "6d",
        agent: "jonas",
        note: "Jacket is in the workshop, done by Thursday.",
        status: "on_hold",
      },
    ],
    assignee: "jonas",
  },
  {
    from: MAREK,
    to: "Sales",
    daysAgo: 19,
    subject: "Four backpacks for our guides",
    classification: "Product question",
    thread: [
      {
        customer:
          "Good morning,\n\nwe need four Tarn backpacks for our guides. Is the regular back length right for people of 175 to 185 cm?\n\nMarek Nowak\nTatra Guides Kraków",
      },
      {
        after: "90m",
        agent: "mara",
        reply:
          "Good morning Mr Nowak,\n\nregular fits 172 to 188 cm, so all four of you. If one does not fit we exchange it, also after a day on the mountain.\n\nKind regards\nMara Lindqvist",
      },
    ],
  },
  {
    from: MAREK,
    to: "Customer Service",
    daysAgo: 12,
    subject: "VAT number on invoice {order}",
    about: "marek-packs",
    classification: "Invoice and payment",
    thread: [
      {
        customer:
          "Hello,\n\nthe invoice of order {order} lacks our VAT number PL6762471234. Please see the attached copy. Our accountant needs a corrected one.\n\nMarek Nowak",
        files: ["invoice.pdf"],
      },
      {
        after: "1d",
        agent: "mara",
        note: "Accounting corrects it until Friday.",
        status: "on_hold",
      },
    ],
    assignee: "mara",
  },
  {
    from: INGRID,
    to: "Customer Service",
    daysAgo: 13.6,
    subject: "Please cancel order {order}",
    about: "ingrid-boots",
    thread: [
      {
        customer:
          "Hi,\n\nI ordered the wrong size by mistake. Could you cancel order {order}, please? I will order again.\n\nThanks\nIngrid Solberg",
      },
      {
        after: "35m",
        agent: "sofia",
        reply:
          "Hi Ingrid,\n\ndone: the order is cancelled and nothing was charged.\n\nBest\nSofia Rossi",
      },
    ],
  },
  {
    from: INGRID,
    to: "Sales",
    daysAgo: 13.2,
    subject: "Steig boots in 39?",
    classification: "Product question",
    thread: [
      {
        customer:
          "Hi again,\n\nyou have the Steig boots in 38 and 40. I am a 39. Which one should I take, with thick socks?\n\nIngrid",
      },
      {
        after: "2h",
        agent: "jonas",
        reply:
          "Hi Ingrid,\n\nwith thick socks take 40. The leather gives a little, and on the way down your toes need the room.\n\nJonas",
      },
      {
        after: "1d",
        customer: "Do you get half sizes in spring? Then I would wait.\n\nIngrid",
      },
      {
        after: "5h",
        agent: "jonas",
        reply:
          "We do: 38.5 to 43.5 arrive in March. Shall I write to you when they are here?\n\nJonas",
        status: "pending",
      },
    ],
  },
  {
    from: "noreply@parcel-news.test",
    name: "Parcel News",
    to: "Support",
    daysAgo: 11,
    subject: "Your weekly carrier report",
    thread: [
      {
        customer:
          "Delivered: 412. Delayed: 9. Returned to sender: 2. You find the details in your portal.",
      },
      { after: "6h", agent: "mara", note: "Not for us.", status: "closed" },
    ],
  },
  {
    from: GIULIA,
    to: "Support",
    daysAgo: 10,
    subject: "How do I wash the socks?",
    about: "giulia-socks",
    classification: "Product question",
    thread: [
      {
        customer:
          "Hello,\n\nthe label says 30 degrees, your page says 40. What is right for the Sokk socks? I do not want to ruin them.\n\nGiulia",
      },
      {
        after: "1h",
        agent: "sofia",
        reply:
          "Hello Giulia,\n\nthe label wins: 30 degrees, wool programme, no softener. I have the page corrected, thank you for telling us!\n\nSofia",
        status: "closed",
      },
    ],
  },
  {
    from: LENA,
    to: "Customer Service",
    daysAgo: 6,
    subject: "Where is my jacket? Order {order}",
    about: "lena-jacket",
    classification: "Delivery",
    thread: [
      {
        customer:
          "Hello,\n\nmy order {order} was shipped on Saturday, but the tracking shows nothing since. I am leaving for Norway on Thursday and really need the jacket.\n\nBest\nLena Hoffmann",
      },
      {
        after: "2h",
        agent: "sofia",
        reply:
          "Dear Ms Hoffmann,\n\nthe parcel is in the depot in Berlin and comes tomorrow. If it does not, write to me: we will send a second one by express the same day.\n\nKind regards\nSofia Rossi",
        status: "pending",
      },
      {
        after: "1d",
        customer: "It is here, and it fits. Thank you so much!\n\nLena",
      },
      {
        after: "30m",
        agent: "sofia",
        reply: "Wonderful. Have a dry Norway!\n\nSofia Rossi",
        status: "closed",
      },
    ],
  },
  {
    from: FELIX,
    to: "Sales",
    daysAgo: 6.4,
    subject: "Passt die Lumi an einen Helm?",
    classification: "Product question",
    thread: [
      {
        customer:
          "Servus,\n\nhält die Lumi Stirnlampe auch an einem Kletterhelm (Petzl Boreo)?\n\nFelix",
      },
      {
        after: "1h",
        agent: "jonas",
        reply:
          "Servus,\n\nja, das Band passt in die vier Clips des Boreo.\n\nJonas Weber",
      },
    ],
  },
  {
    from: TOM,
    to: "Customer Service",
    daysAgo: 5.5,
    subject: "Phone call: change of the delivery address",
    channel: "phone",
    classification: "Delivery",
    thread: [
      {
        agent: "sofia",
        reply:
          "Hi Tom,\n\nas we said on the phone: your next order goes to the club's hut, Glendalough Road 3, Laragh. Please check the address when you order.\n\nBest\nSofia",
        status: "closed",
      },
    ],
  },
  {
    from: PRIYA,
    to: "Sales",
    daysAgo: 5.2,
    subject: "Gift wrapping?",
    thread: [
      {
        customer:
          "Hi,\n\ndo you wrap gifts? It is for a birthday on the 30th.\n\nPriya Nair",
      },
      {
        after: "4h",
        agent: "mara",
        reply:
          'Dear Ms Nair,\n\nwe do, in brown paper with a ribbon, for free. Write "gift" into the remark of the order.\n\nMara Lindqvist',
      },
    ],
  },
  {
    from: GIULIA,
    to: "Customer Service",
    daysAgo: 4.4,
    subject: "Only one thermos in the parcel",
    about: "giulia-thermos",
    classification: "Delivery",
    thread: [
      {
        customer:
          "Hello,\n\nI ordered two Hytte thermoses (order {order}), but only one was in the box.\n\nGiulia Conti",
      },
      {
        after: "3h",
        agent: "jonas",
        note: "Warehouse checks the weight of the parcel.",
        status: "on_hold",
      },
      {
        after: "20h",
        agent: "jonas",
        reply:
          "Hello Ms Conti,\n\nyou are right: the second one stayed on the shelf. It leaves today, with a small apology in the box.\n\nJonas Weber",
        status: "pending",
      },
    ],
    assignee: "jonas",
  },
  {
    from: "anja.petersen@postfach.test",
    name: "Anja Petersen",
    to: "Sales",
    daysAgo: 4.1,
    subject: "Zelt zum Ausleihen?",
    thread: [
      {
        customer:
          "Moin,\n\nkann man das Vidde-Zelt vor dem Kauf für ein Wochenende leihen? Wir wohnen in Hamburg und könnten es abholen.\n\nAnja Petersen",
      },
      {
        after: "3h",
        agent: "mara",
        reply:
          "Moin Frau Petersen,\n\ngern, 25 Euro für das Wochenende, die wir beim Kauf anrechnen. An welchem Wochenende möchten Sie es haben?\n\nMara Lindqvist",
        status: "pending",
      },
      {
        after: "1d",
        customer:
          "Am kommenden, wenn es geht. Abholung am Freitag nach 16 Uhr?\n\nAnja Petersen",
      },
    ],
  },
  {
    from: TOM,
    to: "Sales",
    daysAgo: 3.6,
    subject: "Order {order}: can you add footprints for the tents?",
    about: "tom-tent",
    classification: "Product question",
    thread: [
      {
        customer:
          "Hi,\n\nI just ordered two Vidde tents (order {order}). Do you sell footprints for them, and could they go into the same parcel?\n\nCheers\nTom",
      },
      {
        after: "2h",
        agent: "jonas",
        reply:
          "Hi Tom,\n\nwe have them, 35 euros each, not in the online shop yet. I can add two to your order before it leaves tomorrow. Shall I?\n\nJonas",
        status: "pending",
      },
      { after: "3h", customer: "Yes please, two. Same card as for the order?\n\nTom" },
    ],
    assignee: "jonas",
    claimedBy: "jonas",
  },
  {
    from: MAREK,
    to: "Support",
    daysAgo: 3.2,
    subject: "Rain cover: how to fasten it on the Tarn",
    classification: "Product question",
    thread: [
      {
        customer:
          "Hello,\n\nthe rain cover of the Tarn flies off in wind. Is there a loop that I do not see?\n\nMarek",
      },
      {
        after: "1h",
        agent: "sofia",
        reply:
          "Hello Mr Nowak,\n\nthere is: a toggle below the lid pocket, and an elastic that goes around the hip belt. I attach no photo because it is quick to find: left side, black on black.\n\nSofia Rossi",
        status: "closed",
      },
      { after: "2h", customer: "Found it. Black on black, very funny :)\n\nMarek" },
    ],
  },
  {
    from: CAMILLE,
    to: "Returns",
    daysAgo: 2.8,
    subject: "Rayure sur l'arceau de la tente",
    about: "camille-tent",
    classification: "Damaged or faulty",
    thread: [
      {
        customer:
          "Bonjour,\n\nun arceau de la tente (commande {order}) a une rayure profonde, photo ci-jointe. Est-ce dangereux ? Puis-je recevoir un arceau de rechange ?\n\nCamille Dubois",
        files: ["scratch.png"],
      },
    ],
  },
  {
    from: INGRID,
    to: "Customer Service",
    daysAgo: 2.3,
    subject: "Newsletter twice",
    classification: "Praise and complaints",
    thread: [
      {
        customer:
          "Hi,\n\nI get your newsletter twice, at this address and at an old one. Please remove one.\n\nIngrid",
      },
      {
        after: "5h",
        agent: "mara",
        reply:
          "Hi Ingrid,\n\ndone, only this address remains. Sorry for the noise!\n\nMara Lindqvist",
      },
    ],
  },
  {
    from: FELIX,
    to: "Customer Service",
    daysAgo: 2.1,
    subject: "Bestellung {order}: Lieferung an Packstation?",
    about: "felix-headlamp",
    classification: "Delivery",
    thread: [
      {
        customer:
          "Servus,\n\nkann die Bestellung {order} noch an eine Abholstation gehen? Ich bin diese Woche nicht daheim.\n\nLG\nFelix Brandl\n\n--\nFelix Brandl · Maria-Theresien-Straße 21 · 6020 Innsbruck",
      },
      {
        after: "90m",
        agent: "sofia",
        reply:
          "Servus Herr Brandl,\n\ndas geht, solange das Paket noch hier ist. Welche Station soll es sein?\n\nSofia Rossi",
        status: "pending",
      },
    ],
  },
  {
    from: "d.okafor@riverside-rentals.test",
    name: "Daniel Okafor",
    to: "Sales",
    daysAgo: 1.8,
    subject: "Quote for 12 tents",
    thread: [
      {
        customer:
          "Hello,\n\nwe rent out camping gear in Galway and would like a quote for twelve Vidde tents with footprints, delivered in February. What would be the price, and how long do you keep spare poles?\n\nDaniel Okafor\nRiverside Rentals",
        html: true,
      },
    ],
    assignee: "mara",
  },
  {
    from: PRIYA,
    to: "Returns",
    daysAgo: 1.4,
    subject: "When is my jacket back?",
    classification: "Damaged or faulty",
    thread: [
      {
        customer:
          "Hello,\n\nmy jacket is in your workshop since last week. It rains here. When can I expect it?\n\nPriya Nair",
      },
    ],
  },
  {
    from: LENA,
    to: "Sales",
    daysAgo: 1.1,
    subject: "Steig boots: which wax?",
    about: "lena-boots",
    classification: "Product question",
    thread: [
      {
        customer:
          "Hello,\n\nI have just ordered the Steig boots (order {order}). Which wax do you recommend for full-grain leather, and how often?\n\nBest\nLena Hoffmann",
      },
      {
        after: "80m",
        agent: "jonas",
        reply:
          "Dear Ms Hoffmann,\n\nplain beeswax, three thin coats before the first walk and one whenever water no longer beads. No oil: it softens the sole's edge.\n\nJonas Weber",
        status: "closed",
      },
      {
        after: "4h",
        customer:
          "Thank you! One more: could you add a tin of it to the order? I did not find it in the shop.\n\nLena",
      },
    ],
  },
  {
    from: GIULIA,
    to: "Customer Service",
    daysAgo: 0.9,
    subject: "Thank you!",
    classification: "Praise and complaints",
    thread: [
      {
        customer:
          "Hello Jonas,\n\nthe second thermos is here, and the chocolate did not survive the afternoon. That is how one keeps customers.\n\nGiulia",
      },
    ],
  },
  {
    from: "h.schroeder@wanderfreunde-harz.test",
    name: "Horst Schröder",
    to: "Customer Service",
    daysAgo: 0.6,
    subject: "Beschwerde: Hotline nicht erreichbar",
    classification: "Praise and complaints",
    thread: [
      {
        customer:
          "Sehr geehrte Damen und Herren,\n\nseit gestern versuche ich, Sie telefonisch zu erreichen. Es ist immer besetzt. Ich hätte gern eine Auskunft zu einer Sammelbestellung für 18 Personen.\n\nHochachtungsvoll\nHorst Schröder\nWanderfreunde Harz e. V.",
      },
    ],
  },
  {
    from: CAMILLE,
    to: "Customer Service",
    daysAgo: 0.4,
    subject: "Commande {order} : modifier la taille",
    about: "camille-sweater",
    classification: "Delivery",
    thread: [
      {
        customer:
          "Bonjour,\n\nest-il encore possible de recevoir le pull de la commande {order} en M au lieu de S ?\n\nMerci\nCamille Dubois",
      },
    ],
  },
  {
    from: MAREK,
    to: "Customer Service",
    daysAgo: 0.3,
    subject: "Parcel with backpacks arrived open",
    about: "marek-packs",
    classification: "Delivery",
    thread: [
      {
        customer:
          "Hello,\n\nthe carton of order {order} arrived open on one side. All four packs are there, but one has a dirty back. See the photo. What do you suggest?\n\nMarek Nowak",
        files: ["carton.png"],
      },
      {
        after: "2h",
        agent: "sofia",
        note: "Asked the carrier for a statement. Marek wants to keep it if we send a cleaning set.",
        source: "phone_call",
        minutes: 4,
        status: "open",
      },
    ],
    claimedBy: "sofia",
  },
  {
    from: TOM,
    to: "Support",
    daysAgo: 0.12,
    subject: "Headlamp: spare strap",
    classification: "Product question",
    thread: [
      {
        customer:
          "Hi,\n\nis the strap of the Lumi sold on its own? One of ours met a dog.\n\nTom",
      },
    ],
  },
]
