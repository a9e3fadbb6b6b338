/** Devices, apps and carriers that sign mail, as parts of words. */
const DEVICES =
  "(?:i|smart|cell)?phone|ipad|ipod|cell(?:ular)?|android|galaxy|samsung|mobile|mobil|blackberry|huawei|nokia|htc|xperia|lumia|" +
  "pixel(?!s)|nexus|motorola|droid|oneplus|xiaomi|redmi|tablet|laptop|macbook|my mac|device|outlook|" +
  "mail|gmail|yahoo|aol|windows|ios|surface|watch|kindle|chromebook|zte|t-mobile|verizon|at&t|" +
  "sprint|vodafone|wireless|treo|palm|thunderbird|sparrow|spark|superhuman|newton|missive|hey|" +
  "tutanota|tuta|em client|shortwave|mixmax|polymail|canary|edison|boomerang|postbox|mimestream|" +
  "typeapp|beautykit|icloud|my pc|my computer"

/** "Sent from my iPhone" and what apps write in its place, by language. */
const DEVICE_SIGN_OFF = new RegExp(
  "^[\\s\\-_*•<\\[(]*(?:" +
    [
      `sent (?:wirelessly )?(?:from|via|with|using|by|on) .{0,60}?(?:${DEVICES})`,
      `(?:from|via) (?:my |a )?(?:${DEVICES})[\\w ]{0,12}$`,
      "(?:get|download) (?:outlook|bluemail|typeapp|yahoo mail|spark|the .{2,20} app) (?:for|on)",
      "get outlook",
      "sent on the go$|sent from (?:nine|front)$|provenance ?: courrier pour windows",
      "(?:securely sent with|secured with|gesendet mit|envoyé avec) tuta",
      "yahoo mail: search, organize, conquer",
      ".{0,60}\\boutlook\\b.{0,40}<https://aka\\.ms/",
      "(?:holen sie sich|laden sie) outlook",
      "(?:diese (?:nachricht|mail|e-mail) wurde )?(?:von|aus) (?:meinem|meiner|mein) .{1,60}(?:gesendet|geschickt|gesandt|verschickt)",
      "(?:diese nachricht wurde )?(?:von|mit) .{1,40}(?:iphone|ipad|android|samsung|galaxy|smartphone|handy|huawei|outlook|app|mobiltelefon) .{0,30}(?:gesendet|verschickt|geschickt)",
      "(?:mit freundlichen grüßen,? )?gesendet (?:von|mit|aus|über|via) ",
      "(?:diese nachricht wurde )?von (?:outlook|yahoo|gmx|web\\.de|freenet|t-online) .{0,30}gesendet",
      "envoyé (?:de|depuis|à partir|avec|via|par|sans fil) ",
      "envoye (?:de|depuis|avec) ",
      "(?:télécharger|obtenez|obtenir) outlook pour",
      "(?:enviado|enviada|enviados) (?:desde|do|de|a partir|através|pelo|pela|via|con|com) ",
      "(?:obtener|obtenga|descargar) outlook para",
      "(?:obter|obtenha|baixe) o? ?outlook para",
      "inviato (?:da|dal|dallo|dalla|tramite|con|via|mediante) ",
      "(?:ottieni|scarica) outlook per",
      "(?:verzonden|verstuurd|gestuurd) (?:vanaf|van|met|via|vanuit) ",
      "(?:outlook voor .{2,10} downloaden|outlook downloaden|download outlook voor)",
      "sendt (?:fra|med|via|af) ",
      "(?:hent|få|skaff|last ned) outlook (?:til|for|på)",
      "skickat (?:från|med|via|av) ",
      "(?:hämta|skaffa) outlook för",
      "lähetetty (?:\\S+ ){0,3}(?:puhelimesta|iphonesta|ipadista|laitteesta|älypuhelimesta|outlookista|matkapuhelimesta|androidista|\\S+stä?|\\S+sta)",
      "hanki outlook",
      "saadetud minu ",
      "(?:wysłane|wysłano|wysłana) (?:z|ze|przy|za pomocą|przez) ",
      "pobierz (?:program )?outlook",
      "(?:odesláno|odesláno|odoslané|poslané|posláno|odoslal) (?:z|ze|zo|pomocí|pomocou|prostredníctvom) ",
      "(?:získejte|získajte|stáhnout|stiahnuť) outlook",
      "(?:elküldve|küldve) .{2,40}$",
      "\\S+-(?:ról|ről|ból|ből|omról|emről|mről|mról) (?:el)?küld(?:ve|tem)",
      "az? (?:iphone|ipad|androidos|samsung|okostelefon)\\S* .{0,20}(?:küldve|küldtem)",
      "(?:trimis|expediat) (?:de pe|din|de la|cu|prin) ",
      "(?:descărcați|obțineți) outlook",
      "(?:poslano|poslato|šaljem) (?:s|sa|iz|z|preko|putem) ",
      "(?:preuzmite|pridobite) outlook",
      ".{2,30}(?:'?(?:mdan|imden|umdan|ımdan|dan|den|tan|ten)) gönderildi",
      "outlook .{0,20}(?:edinin|indir)",
      "(?:отправлено|отправлена|написано) (?:с|со|из|при помощи|через|от) ",
      "(?:надіслано|відправлено) (?:з|із|зі|за допомогою|через) ",
      "скачать outlook|отримати outlook|завантажити outlook",
      "изпратено от ",
      "στάλθηκε από |εστάλη από |αποστολή από ",
      "(?:أرسلت من|أرسل من|تم الإرسال من|مرسل من|أُرسلت من)",
      "נשלח מ",
      "ارسال شده از",
      "ส่งจาก",
      "(?:đã gửi từ|được gửi từ|gửi từ) ",
      "(?:dikirim dari|dikirim dengan) ",
      "(?:从|從|由|来自|來自|发自|發自|寄自).{1,30}(?:发送|傳送|寄出|发出|傳送)?$",
      "(?:发自|發自|来自|從我的|从我的|傳送自|发送自|自我的)",
      "(?:获取|取得|下载) ?outlook",
      ".{1,20}(?:から送信|より送信)",
      ".{1,20}(?:에서 보냄|에서 보낸|에서 전송)",
      "나의 .{1,20}(?:보냄|전송)",
      "outlook (?:for|für|pour|para|per|voor) (?:ios|android|mac)",
    ].join("|") +
    ")",
  "iu"
)

/** Whether a line is such a sign-off and not a sentence that begins like one. */
export function isSignOff(text: string): boolean {
  return (
    text.length < LONGEST_SIGN_OFF &&
    (DEVICE_SIGN_OFF.test(text) || SENT_FROM_SOMETHING.test(text)) &&
    (!/[,;:] \p{Ll}/u.test(text) || SAID_BY_DEVICE.test(text))
  )
}

/** People name their devices: "Sent from my TI-85". */
const SENT_FROM_SOMETHING =
  /^[\s\-_*•<[(]*sent from my (?:[^\s,.;:!?]+ ){0,4}[^\s,.;:!?]+[.)>\]]*$/i
const LONGEST_SIGN_OFF = 150
/** What follows the comma in a sign-off: an excuse, an advertisement, a model. */
const SAID_BY_DEVICE =
  /excuse|pardon|sorry|apolog|typo|brief|brevity|autocorrect|kürze|tippfehler|concis|brièveté|https?:|, an? (?:[\w&+.-]+ ){0,6}(?:smartphone|device|tablet)\b/i

/** Words that end a letter. Alone they are part of what was said; before a block with a
 * name, a title and the like they begin the signature. Some say it in two languages:
 * "Mit freundlichen Grüßen / Best regards". */
export function isClosing(text: string): boolean {
  return (
    text.length < LONGEST_CLOSING &&
    text.split(/\s[/|]\s/).every((part) => CLOSING.test(part))
  )
}

const LONGEST_CLOSING = 120
const CLOSING = new RegExp(
  "^(?:" +
    [
      "(?:best|kind|kindest|warm|warmest|many|with kind|with best|with warm)? ?regards",
      "sincerely(?: yours)?|yours (?:sincerely|faithfully|truly)|best|cheers|cordially|respectfully",
      "(?:mit )?(?:freundlich|best|herzlich|lieb|schön|viel)e[mn]? (?:grüßen?|gruß|grüsse|gruss|grüssen)|mfg|lg|vg|grüße|gruß|hochachtungsvoll",
      "(?:bien )?cordialement|(?:bien )?à vous|salutations(?: distinguées)?|bien à toi|amicalement",
      "(?:un |muchos )?(?:cordial(?:es)? )?saludos?(?: cordiales)?|atentamente|atte",
      "atenciosamente|cumprimentos|melhores cumprimentos|com os melhores cumprimentos|abraços?|att",
      "(?:cordiali|distinti) saluti|cordialmente|saluti",
      "met vriendelijke groet(?:en)?|vriendelijke groet(?:en)?|groeten?|mvg|hartelijke groet(?:en)?",
      "(?:med )?(?:venlig|vennlig|vänlig|vänliga|bästa|mvh|de bedste|bedste|beste)(?: hilsen| hilsener| hälsning| hälsningar)?|mvh|hilsen",
      "(?:ystävällisin |parhain )?terveisin|terv",
      "(?:z )?(?:poważaniem|wyrazami szacunku)|pozdrawiam|pozdrowienia",
      "s pozdravem|s úctou|s pozdravom|s úctou|pozdrav|lep pozdrav|lijep pozdrav|srdačan pozdrav",
      "(?:szívélyes )?üdvözlettel|tisztelettel|üdv",
      "cu (?:stimă|respect)|numai bine|o zi bună",
      "saygılarımla|saygılar|iyi çalışmalar|selamlar|kolay gelsin",
      "с уважением|всего доброго|с наилучшими пожеланиями|з повагою|с поздрав|поздрави",
      "με εκτίμηση|φιλικά|χαιρετισμούς",
      "此致|敬礼|敬上|谢谢|祝好|よろしくお願いします|よろしくお願いいたします|敬具|감사합니다|مع تحياتي|تحياتي|مع أطيب التحيات|בברכה|בכבוד רב",
    ].join("|") +
    ")[\\s,.!;:)]*$",
  "iu"
)

/** A thank you that may end a letter. */
export const THANKS =
  /^(?:(?:many |best |kind )?thanks(?: a lot| again| in advance)?|thank you(?: very much| in advance)?|thx|(?:vielen |herzlichen |besten )?dank(?: im voraus)?|danke(?: im voraus)?|merci(?: d'avance| beaucoup)?|(?:muchas )?gracias|obrigad[oa]|(?:mille )?grazie|(?:alvast )?bedankt|tack(?: på förhand)?|(?:mange )?takk?|kiitos|dzięk(?:uję|i)|děkuji|ďakujem|köszönöm|mulțumesc|teşekkürler|спасибо|дякую|ευχαριστώ)[\s,.!]*$/iu

/** Legal notices and the like that mail servers and companies put below every mail. */
export const DISCLAIMER = new RegExp(
  [
    "not the (?:intended|named) (?:recipient|addressee)|intended (?:only|solely|exclusively) for|(?:sole|exclusive) use of the (?:intended|individual|addressee)|(?:may|might) contain (?:confidential|privileged|proprietary)|(?:is|are) (?:strictly )?confidential(?:,| and| to|\\.|$)|^(?:legal )?(?:confidentiality|privacy|disclaimer|confidential)(?: and privileged)?(?: (?:notice|note|statement|warning))?\\b|unauthori[sz]ed (?:use|disclosure|copying|review)|notify the sender|received this (?:e-?mail|message|mail)? ?(?:in error|by mistake)",
    "consider the environment|before (?:you )?print(?:ing)?\\b|think before you print|umwelt.{0,40}(?:druck|ausdruck)|avant d['’]imprimer|antes de imprimir|prima di stampare|milieu.{0,30}print",
    "(?:diese|die) (?:e-?mail|nachricht|information).{0,60}vertraulich|nicht der (?:richtige|beabsichtigte|vorgesehene) (?:adressat|empfänger)|ausschließlich für den adressaten|irrtümlich erhalten",
    "ce (?:message|courriel|mail).{0,80}confidentiel|(?:destiné|adressé) exclusivement|si vous n['’]êtes pas (?:le|un) destinataire|reçu ce (?:message|courriel) par erreur",
    "(?:este|el presente) (?:mensaje|correo).{0,80}confidencial|si (?:usted )?no es (?:el|su) destinatario|ha recibido este (?:mensaje|correo) por error",
    "(?:esta|a presente) mensagem.{0,80}confidencia|se (?:você )?não (?:é|for) o destinatário|recebeu esta mensagem por (?:engano|erro)",
    "(?:questo|il presente) (?:messaggio|e-?mail).{0,80}(?:riservat|confidenzial)|ricevuto (?:questo|il presente) (?:messaggio|e-?mail) per errore|d\\.? ?lgs\\.? ?196",
    "(?:dit|deze) (?:bericht|e-?mail).{0,60}(?:vertrouwelijk|uitsluitend)|niet de (?:bedoelde|beoogde) ontvanger",
    "(?:denne|detta|den här) (?:e-?mail|e-?post|mejl\\S*|meddelande).{0,60}(?:fortrolig|konfidentiel)|tämä (?:viesti|sähköposti).{0,60}luottamuksel",
    "(?:ta|niniejsza) wiadomość.{0,80}poufn|(?:tato|tento) (?:zpráva|e-?mail).{0,80}důvěrn|ez az (?:üzenet|e-?mail).{0,80}bizalmas|acest (?:mesaj|e-?mail).{0,80}confiden[tț]ial",
    "(?:это|данное) (?:сообщение|письмо).{0,80}конфиденциал|本(?:邮件|郵件|メール).{0,40}(?:保密|机密|機密)",
  ].join("|"),
  "iu"
)
