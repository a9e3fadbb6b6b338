import { splitReply } from "./read-email"

describe("a device's sign-off", () => {
  it.each([
    "Sent from my iPhone",
    "Sent from my iPad",
    "Sent from my TI-85",
    "Sent from my cell, please excuse any typos.",
    "Sent via the Samsung Galaxy S9, an AT&T 5G Evolution capable smartphone",
    "From My Iphone 6",
    "Secured with Tuta Mail: https://tuta.com/free-email",
    "Sent from my Samsung Galaxy smartphone.",
    "Sent from my Verizon, Samsung Galaxy smartphone",
    "Sent from my Verizon Wireless 4G LTE DROID",
    "Sent from my Huawei Mobile",
    "Sent from my mobile device",
    "Sent from my mobile phone, please excuse any typos.",
    "Sent from my BlackBerry® wireless device",
    "Sent from Outlook for Android",
    "Sent from Outlook",
    "Sent from Mail for Windows 10",
    "Sent from Yahoo Mail for iPad",
    "Sent from Yahoo Mail on Android<https://go.onelink.me/107872968>",
    "Sent from ProtonMail mobile",
    "Sent with Proton Mail secure email.",
    "Sent from Gmail Mobile",
    "Sent from the all new AOL app for iOS",
    "Sent via BlackBerry from T-Mobile",
    "Sent with Airmail",
    "(sent from a phone)",
    "Get Outlook for iOS<https://aka.ms/o0ukef>",
    "Get Outlook for Android",
    "Von meinem iPhone gesendet",
    "Von meinem Samsung Galaxy Smartphone gesendet.",
    "Gesendet von meinem iPad",
    "Gesendet mit der WEB.DE Mail App",
    "Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.",
    "Envoyé de mon iPhone",
    "Envoyé depuis mon smartphone Samsung Galaxy.",
    "Envoyé à partir d'Outlook",
    "Télécharger Outlook pour iOS",
    "Enviado desde mi iPhone",
    "Enviado desde Outlook para Android",
    "Obtener Outlook para iOS",
    "Enviado do meu iPhone",
    "Enviado a partir do meu smartphone",
    "Inviato da iPhone",
    "Inviato dal mio iPad",
    "Scarica Outlook per Android",
    "Verstuurd vanaf mijn iPhone",
    "Verzonden vanaf mijn Galaxy",
    "Sendt fra min iPhone",
    "Hent Outlook til Android",
    "Skickat från min iPhone",
    "Lähetetty iPhonesta",
    "Wysłane z iPhone'a",
    "Wysłano z telefonu Samsung",
    "Odesláno z iPhonu",
    "Odoslané z iPhonu",
    "iPhone-ról küldve",
    "Elküldve az iPhone-omról",
    "Trimis de pe iPhone-ul meu",
    "Poslano s mog iPhonea",
    "iPhone'umdan gönderildi",
    "Отправлено с iPhone",
    "Отправлено из мобильной Почты Mail.ru",
    "Надіслано з iPhone",
    "Изпратено от моя iPhone",
    "Στάλθηκε από το iPhone μου",
    "أرسلت من الـ iPhone",
    "נשלח מה-iPhone שלי",
    "iPhoneから送信",
    "发自我的 iPhone",
    "從我的 iPhone 傳送",
    "나의 iPhone에서 보냄",
    "Đã gửi từ iPhone của tôi",
  ])("is no part of the reply: %s", (signOff) => {
    const { reply, signature } = splitReply({ text: `It arrived today.\n\n${signOff}\n` })
    expect({ reply, signature }).toEqual({
      reply: "It arrived today.",
      signature: signOff,
    })
  })

  it("is a signature above history too", () => {
    const text =
      "It came.\n\nSent from my iPhone\n\nOn 15 Nov 2021, at 19:42, Ann <a@x.org> wrote:\n> Hi"
    expect(splitReply({ text })).toMatchObject({
      reply: "It came.",
      signature: "Sent from my iPhone",
    })
  })

  it("stays when the person wrote below it", () => {
    const text = "Sent from my iPhone\n\nMy parcel is lost."
    expect(splitReply({ text }).reply).toContain("My parcel is lost.")
  })

  it.each([
    "Sent from my desk, is much easier than my mobile phone.",
    "Sent from a magnificent torch of pixels",
    "Sent from the warehouse yesterday, says DHL, but where is it?",
    "From mobile I cannot log in.",
    "Get it for Android and it works, but my phone is older.",
    "Sent with love to my mother, who never got it.",
  ])("is not a sentence that begins like one: %s", (sentence) => {
    const text = `Hello there!\n\n${sentence}`
    expect(splitReply({ text }).reply).toBe(text)
  })
})

describe("a signature below its delimiter", () => {
  it.each([
    ["two dashes", "-- \nAnna Lee\nShop Ltd\n+1 555 0100"],
    ["two dashes without a space", "--\nAnna Lee"],
    ["two dashes and a blank line", "--\n\nAnna Lee"],
    ["a name with a particle behind two dashes", "--Anna van der Berg"],
    [
      "a list's footer",
      `${"_".repeat(47)}\nusers mailing list\nhttps://lists.example.org`,
    ],
  ])("is kept apart: %s", (_, signature) => {
    const parts = splitReply({ text: `It arrived.\n\n${signature}\n` })
    expect(parts.reply).toBe("It arrived.")
    expect(parts.signature).toBe(signature.replace("-- \n", "--\n"))
  })

  it("is kept apart below history", () => {
    const text =
      "Yes.\n\nOn 15 Nov 2021, at 19:42, Ann <a@x.org> wrote:\n> Did it?\n\n-- \nAnna Lee"
    expect(splitReply({ text })).toEqual({
      reply: "Yes.",
      signature: "--\nAnna Lee",
      quoted: "On 15 Nov 2021, at 19:42, Ann <a@x.org> wrote:\n> Did it?",
    })
  })
})

describe("a closing formula", () => {
  it("is part of the reply with a name", () => {
    const text = "Where is my order?\n\nBest regards,\nAnna"
    expect(splitReply({ text }).reply).toBe(text)
  })

  it("begins the signature above titles and numbers", () => {
    const signature = "Kind regards,\n\nAnna Lee\nHead of Purchasing\n+1 555 0100"
    expect(splitReply({ text: `Where is my order?\n\n${signature}` })).toMatchObject({
      reply: "Where is my order?",
      signature,
    })
  })

  it.each([
    [
      "with what the law asks of companies",
      [
        "Mit freundlichem Gruß\n\nBob Ray\nEinkauf\n\nKunde GmbH & Co. KG\nHauptstr. 5\n12345 Berlin",
        "Tel.: +49 30 5550100\nFax: +49 30 5550101\nbob@kunde.example\nwww.kunde.example",
        "Sitz der Gesellschaft: Berlin\nAmtsgericht Berlin, HRB 12345\nUSt-IdNr. DE 123456789",
        "Geschäftsführung:\nCarla Ray, Dora Ray\nPersönlich haftende Gesellschafterin:\nKunde GmbH, Berlin",
      ].join("\n\n"),
    ],
    [
      "with a notice below",
      [
        "Kind regards,\nBob Ray\nCustomer Ltd\nTel. +44 20 5550100",
        "This e-mail is confidential. If you are not the intended recipient,\nplease delete it and tell us.",
      ].join("\n\n"),
    ],
  ])("begins a long signature %s", (_, signature) => {
    expect(splitReply({ text: `Where is my order?\n\n${signature}` })).toMatchObject({
      reply: "Where is my order?",
      signature,
    })
  })

  it("hides nothing said to the shop in a long list below", () => {
    const items = Array.from({ length: 20 }, (_, item) => `Shirt ${item}, blue`)
    const text = `See my list.\n\nRegards,\nAnna\n\n${items.join("\n")}\nbob@kunde.example\nplease send them to this address`
    expect(splitReply({ text }).reply).toContain("please send them")
  })

  it.each([
    "Order 1042",
    "Bestellnummer: 1042",
    "Kundennummer 4711",
    "Commande n° 1042",
    "Size: XL",
  ])("hides no %s that the customer put below the name", (line) => {
    const text = `Please send it back.\n\nKind regards\nAnna Lee\n${line}\n+49 30 5550100`
    expect(splitReply({ text }).reply).toBe(text)
  })

  it("hides no postscript", () => {
    const text = "Thanks!\n\nRegards,\nAnna\nPS: the blue one, please"
    expect(splitReply({ text }).reply).toContain("the blue one")
  })
})

describe("a visiting card", () => {
  it.each([
    "Thanks,\nAnna Lee\nTel: +1 555 0100",
    "Vielen Dank\nAnna Lee\nwww.customer.example",
    "Cheers,\nAnna Lee\nHead of Purchasing\nCustomer Ltd",
  ])("is a signature below a thank-you or a greeting", (signature) => {
    expect(splitReply({ text: `Where is my order?\n\n${signature}` })).toMatchObject({
      reply: "Where is my order?",
      signature,
    })
  })

  it.each([
    "---\nBob Ray\n+1 555 0100",
    "________________\n\nBob Ray\nHead of Sales\nbob@customer.example",
    "----------------\n\nCUSTOMER\n\nBob Ray\n\nt. 555-0100\n\nhttps://customer.example",
  ])("is a signature below a rule: %j", (signature) => {
    expect(splitReply({ text: `Where is my order?\n\n${signature}` })).toMatchObject({
      reply: "Where is my order?",
      signature,
    })
  })

  it("is a signature with a web site in it, be nothing set above it", () => {
    const signature = "Bob Ray\nHead of Sales\nTel. 555 0100\nwww.customer.example"
    expect(splitReply({ text: `Where is my order?\n\n${signature}` })).toMatchObject({
      reply: "Where is my order?",
      signature,
    })
  })

  it("is not what a customer says after a thank-you", () => {
    const text = "Please change it.\n\nThanks\n\nMain Street 5\n12345 Berlin"
    expect(splitReply({ text }).reply).toBe(text)
  })
})

describe("a legal notice", () => {
  it.each([
    "This e-mail and any files transmitted with it are confidential.",
    "If you are not the intended recipient, please delete this mail.",
    "CONFIDENTIALITY NOTICE: This message is for the sole use of the addressee.",
    "Please consider the environment before printing this email.",
    "Diese E-Mail enthält vertrauliche Informationen.",
    "Ce message et ses pièces jointes sont confidentiels.",
    "Este mensaje puede contener información confidencial.",
    "Questo messaggio contiene informazioni riservate.",
  ])("is a signature: %s", (signature) => {
    expect(splitReply({ text: `Where is my order?\n\n${signature}` })).toMatchObject({
      reply: "Where is my order?",
      signature,
    })
  })

  it.each([
    "This e-mail is confidential.\n\nMy question is on the second page.",
    "Is my address kept confidential?",
    "Please do not print the price on the label.",
  ])("never takes a person's words along: %s", (words) => {
    const text = `Hello,\n\n${words}`
    expect(splitReply({ text }).reply).toBe(text)
  })
})

describe("what is no signature", () => {
  it.each([
    ["items with two dashes", "I need:\n-- one blue\n-- two red\n\nThanks!"],
    ["items with one dash", "I need:\n- one\n- two\n- Three"],
    ["a table", "Item   Price\n------------------\nShirt  10 EUR\nShoes  20 EUR"],
    [
      "a rule between paragraphs",
      "First part.\n\n-----\n\nThe second part of what I say.",
    ],
    ["a name typed behind a dash", "Please call me.\n\n-Anna"],
    [
      "an address below a rule",
      "Send it there:\n\n-----\n\nAnna Lee\nMain Street 5\n12345 Berlin",
    ],
    [
      "an order below a rule",
      "I need these.\n\n-----\n\nBlue Shirt 12.50\nwww.shop.example/shoes",
    ],
    [
      "what is returned below a rule",
      "I return these.\n\n-----\nBlue Shirt\nOrder 1042\nanna@customer.example",
    ],
    [
      "the writer's own details",
      "My details changed.\n\nAnna Lee\nMain Street 5\n12345 Berlin\n+49 30 5550100\nanna@customer.example",
    ],
    ["options behind dashes", "Which one?\n\n-- Option One\n-- Option Two\n\nThanks"],
    [
      "a sign-off that is cited",
      "At the end it says\nSent from my iPhone\nbut I have none.",
    ],
    [
      "a rule above prose",
      `First.\n\n${"_".repeat(20)}\n\nThe second part of what I want to say.`,
    ],
    ["dashes in a sentence", "And here is a fix -- this is not a signature.\n\nbye"],
  ])("stays: %s", (_, text) => {
    expect(splitReply({ text }).reply).toBe(text)
  })
})

describe("what stands near a signature", () => {
  it("is the person's between a rule and the delimiter", () => {
    const { reply, signature } = splitReply({
      text: "Hi! How are you?\n\n---\n\nI am good.\n-- \nSent with Chat: https://chat.example",
    })
    expect(reply).toBe("Hi! How are you?\n\n---\n\nI am good.")
    expect(signature).toBe("--\nSent with Chat: https://chat.example")
  })

  it("belongs to it from a closing in two languages on", () => {
    const card =
      "Mit freundlichen Grüßen / Best regards\n\nHans Kern\nShop GmbH | 70442 Stuttgart | www.shop.example"
    expect(splitReply({ text: `Danke, das passt.\n\n${card}` })).toEqual({
      reply: "Danke, das passt.",
      signature: card,
      quoted: "",
    })
  })

  it("belongs to it when PGP signed the text", () => {
    const seal =
      "-----BEGIN PGP SIGNATURE-----\n\niD8DBQE+/J7Q9OlFkai3\n=Vlbk\n-----END PGP SIGNATURE-----"
    const { reply, signature } = splitReply({ text: `Sounds good.\n\nAnn\n${seal}` })
    expect(reply).toBe("Sounds good.\n\nAnn")
    expect(signature).toBe(seal)
  })
})
