/** Words for an automatic reply or an absence note with which programs begin a subject.
 * They have to be the whole of it, or end with a colon, a dash and the like. */
const NOTE_SUBJECTS = [
  "(?:auto(?:matic|mated|matische|mática|matica|matique|matisk|matiskt|maattinen|matyczna)?[ -]?)(?:reply|response|respond(?:er)?|replay|antwort|answer|antwoord|réponse|respuesta|resposta|risposta|svar|odpowiedź|odpověď|vastaus|generated reply)",
  "automatisch(?:e|es)? (?:antwort|antwoord|abwesenheits\\S*|rückantwort)|automatiskt? (?:svar|frånvaro\\S*)|sjálfvirkt svar",
  "réponse automatique|respuesta automática|respuesta automatica|resposta automática|resposta automatica|resposta automàtica|risposta automatica|erantzun automatikoa",
  "automatyczna odpowiedź|odpowiedź automatyczna|automatická odpověď|automatická odpoveď|automatikus válasz|răspuns automat|raspuns automat|automatski odgovor|samodejni odgovor|otomatik (?:yanıt|cevap)|avtomatik cavab",
  "автоответ|автоматический ответ|автоматична відповідь|автоматичен отговор|аутоматски одговор|автоматски одговор|автоматты жауап|аўтаматычны адказ|αυτόματη απάντηση",
  "automaattinen vastaus|automaatvastus|automātiskā atbilde|automatinis atsakymas|رد تلقائي|پاسخ خودکار|תשובה אוטומטית|מענה אוטומטי|स्वचालित (?:उत्तर|जवाब)",
  "自動返信|自動応答|自动(?:回复|答复)|自動(?:回覆|答覆)|자동 응답|자동응답|자동 회신|부재중 자동 ?응답|trả lời tự động|(?:การ)?ตอบกลับอัตโนมัติ|balasan (?:otomatis|automatik)",
  "out[ -]of[ -](?:the[ -])?office(?: auto-?reply)?|ooo|away from (?:the |my )?(?:office|mail|e-?mail|desk)|vacation (?:reply|response|responder|notice|message)|away (?:notice|message)",
  "abwesend|abwesenheits(?:notiz|meldung|benachrichtigung|nachricht|assistent|hinweis|mitteilung|info)|abwesenheit|nicht im (?:büro|haus)|urlaubs(?:notiz|meldung|benachrichtigung)",
  "absence du bureau|absente? du bureau|hors du bureau|message d['’]absence|absence",
  "fuera de (?:la )?oficina|ausente de la oficina|ausencia de la oficina|fora do escritório|ausência temporária|ausente do escritório|fuori (?:ufficio|sede)|assente dall'ufficio|assenza dall'ufficio",
  "afwezig(?:heid|heidsassistent|heidsbericht)?|niet aanwezig|ikke (?:på|til stede på) kontoret|ikke til stede|fraværende|fravær|frånvarande|frånvaro(?:besked|meddelande)?|inte på kontoret|poissa toimistolta|poissa(?:olo(?:viesti)?)?",
  "poza biurem|nieobecność|mimo kancelář|nepřítomnost|mimo kancelárie|neprítomnosť|házon kívül|irodán kívül|távollét|în afara biroului|izvan ureda|ofis dışı(?:nda)?|ofiste değilim",
  "вне офиса|отсутствую на рабочем месте|извън офиса|εκτός γραφείου|خارج المكتب|מחוץ למשרד|不在(?:通知|届)?|休暇通知|休假通知|부재중(?: 알림)?",
]

/** Subjects of automatic replies. */
export const AUTO_REPLY_SUBJECT = new RegExp(
  `^(?:(?:re|aw|sv|vs|tr|fwd?) ?: ?)*[\\[({<*"' ]*(?:${NOTE_SUBJECTS.join("|")})(?:[\\])}>*"]+ |[\\])}>*"' ]*(?:$|[:：;|!–—-]|\\((?:re|aw)\\b|(?:re|aw)\\b ?:))`,
  "iu"
)

/** Subjects of absence notes under which a person may write as well. */
export const AWAY_SUBJECT = new RegExp(
  `^(?:(?:re|aw|sv|vs) ?: ?)*[\\[({<*"' ]*(?:${[
    ...NOTE_SUBJECTS.slice(7),
    "(?:i am |i'm |currently )?(?:on )?(?:vacation|holidays?|(?:annual |maternity |parental |sick )?leave)|(?:i am |i'm |currently )?away",
    "bin |(?:im |in )?urlaub|abwesend|en (?:congés?|vacances)|absente?|de vacaciones|ausente|ausencia|de férias|ausência|in (?:ferie|vacanza)|assente|op vakantie|met vakantie",
    "på (?:ferie|semester)|ferie|semester|lomalla|na urlopie|urlop|nieobecny|na dovolen|dovolen|szabadság|în concediu|na godišnjem|odsutan|odsoten|na dopustu|izindeyim|в отпуске|нет на месте|у відпустці|відсутній|休暇|休假|外出|휴가",
  ].join("|")})`,
  "iu"
)

/** What a machine says of itself at the beginning of a sentence. */
export const AUTO_REPLY_OPENING = new RegExp(
  "^[\\s*#=_\\-\\[(>]*(?:please note[:,]? |hinweis: |note: )?(?:" +
    [
      "th(?:is|e following) is an? (?:auto(?:matic|mated|matically generated)|auto-?generated)[ -]?(?:e-?mail |mail )?(?:reply|response|answer|message|notification|e-?mail)",
      "this (?:e-?mail|message|reply|mail) (?:is|was|has been) (?:auto(?:matically|-)? ?generated|sent automatically|generated automatically)",
      "auto(?:matic|mated)?[ -](?:reply|response)\\b",
      "dies(?:e[rs]?)? (?:ist eine automatische|ist eine automatisch|nachricht wurde automatisch|e-?mail wurde automatisch|mail wurde automatisch)",
      "(?:ceci est un(?:e)? |il s'agit d'une? )(?:réponse|message|courriel|e-?mail) automatique",
      "(?:este es un(?:a)? |esta es una )(?:respuesta|mensaje|correo) (?:generad[ao] )?automátic[ao]",
      "(?:esta é uma resposta|este é um e-?mail|esta é uma mensagem|este é um) (?:e-?mail |resposta )?automátic[ao]",
      "(?:questa è una risposta|questo è un messaggio|questa è un'e-?mail) automatic[ao]",
      "dit is een automatisch(?:e)? ?(?:gegenereerd)?",
      "det(?:te|ta) (?:er|är) (?:et|ett) (?:automatisk|autosvar|automatiskt)",
      "tämä on automaattinen",
      "to jest (?:automatyczna|wiadomość automatyczna|wiadomość wygenerowana automatycznie)",
      "toto je automatick|ez egy automatikus|acesta este un (?:mesaj|răspuns) automat|ovo je automatsk|to je samodejn|bu (?:otomatik|bir otomatik)",
      "это автоматический|это автоматическое|це автоматич|това е автоматич|αυτό είναι (?:ένα )?αυτόματ",
      "هذا رد تلقائي|זוהי (?:הודעה|תשובה) אוטומטית|このメールは自動|これは自動|本メールは自動|这是一封自动|此邮件为自动|此郵件為自動|자동으로 발송|이 메일은 자동",
    ].join("|") +
    ")",
  "iu"
)

/** Up to so many characters of one sentence; a full stop behind a digit ends none. */
const GAP = "(?:[^.!?。\\n]|(?<=\\d)\\.){0,70}?"

/** Mail whose sender wants no answer, and will not read one. */
export const DO_NOT_REPLY = new RegExp(
  [
    "(?:do not|don['’]t|cannot) (?:reply|respond|answer)(?: directly)? to this (?:automated |automatic )?(?:e-?mail|message|mail)",
    "(?:inbox|mailbox|e-?mail address|address) is (?:not|no longer|un) ?monitored",
    "(?:bitte )?antworten sie (?:bitte )?nicht auf diese|auf diese (?:e-?mail|nachricht) (?:kann|können) nicht geantwortet",
    "ne pas (?:y )?répondre (?:à|directement)|merci de ne pas y répondre",
    "no (?:responda|conteste) a este|não responda (?:a|este)|non rispondere a quest|niet (?:te )?(?:be)?antwoorden op dit|beantwoord deze e-?mail niet",
    "svar(?:a)? (?:ikke|inte|ej) på (?:denne|detta|dette)|nie odpowiada[ćj](?:cie)? na (?:tę|tego)|neodpovídejte na|neodpovedajte na|ne válaszoljon erre|nu răspundeți la acest|не отвечайте на это",
    "このメール(?:に|へ)は?(?:返信|ご返信)|请勿(?:直接)?回复|請勿(?:直接)?回覆|회신하지 마",
  ].join("|"),
  "iu"
)

/** "I am away", by language. */
export const AWAY_STATEMENT = new RegExp(
  [
    `(?:\\bi am|\\bi['’]m|\\bi will be|\\bi['’]ll be) ${GAP}(?:out of (?:the )?office|on (?:\\w+ )?leave\\b|on (?:vacation|holidays?)\\b|away from (?:the office|my desk|my e-?mail|work))`,
    `(?:ich bin|wir sind|bin ich|ich befinde mich|ich werde) ${GAP}(?:nicht im (?:büro|haus)|im urlaub|außer haus|abwesend|nicht erreichbar|in elternzeit|auf (?:dienst|geschäfts)reise|wieder ${GAP}(?:da\\b|erreichbar))`,
    `(?:unser büro|unser unternehmen|unser betrieb|unsere firma|wir haben) ${GAP}(?:geschlossen|betriebsferien|betriebsurlaub)`,
    `(?:je suis|je serai|nous sommes) ${GAP}(?:absente?\\b|en congés?\\b|en vacances|hors du bureau|en déplacement)|actuellement en (?:congés?|vacances|déplacement)`,
    `(?:estoy|me encuentro|estaré) ${GAP}(?:fuera de (?:la )?oficina|de vacaciones|ausente)`,
    `(?:estou|estarei|encontro-me) ${GAP}(?:fora do escritório|de férias|em férias|ausente)`,
    `(?:sono|sarò|siamo|saremo) ${GAP}(?:fuori (?:ufficio|sede)|in ferie|assente|chiusi per ferie)`,
    `ik ben ${GAP}(?:afwezig|niet aanwezig|met vakantie|op vakantie|niet op kantoor|met verlof)`,
    `jeg (?:er|har) ${GAP}(?:ikke på kontoret|på ferie|ferie|fraværende|bortrejst|bortreist|ute av kontoret|i permisjon|på barsel)`,
    `jag är ${GAP}(?:inte på kontoret|på semester|frånvarande|borta från kontoret|ledig|föräldraledig|tjänstledig)`,
    `olen ${GAP}(?:poissa|lomalla|vapaalla|vuosilomalla)`,
    `(?:jestem|przebywam|będę) ${GAP}(?:poza biurem|na urlopie|nieobecn)`,
    `(?:jsem|budu|čerpám|mám) ${GAP}(?:mimo kancelář|na dovolené|nepřítom|dovolenou)|(?:som|budem|čerpám) ${GAP}(?:mimo kancelárie|na dovolenke|neprítom|dovolenku)`,
    "(?:szabadságon|házon kívül|irodán kívül) (?:vagyok|leszek)|nem vagyok az irodában",
    `(?:sunt|mă aflu|voi fi) ${GAP}(?:plecat|în concediu|în afara biroului)`,
    `nisam u uredu|na godišnjem (?:sam|odmoru)|(?:nisem v pisarni|sem ${GAP}na dopustu)`,
    "izindeyim|ofis dışındayım|tatildeyim",
    `(?:нахожусь|сейчас|в настоящее время|буду|я) ${GAP}(?:в отпуске|вне офиса|в командировке|отсутству)|(?:я|зараз|наразі) ${GAP}(?:у|в) відпустці|(?:в отпуск|извън офиса) съм|съм ${GAP}(?:в отпуск|извън офиса)`,
    `(?:βρίσκομαι|είμαι|θα βρίσκομαι) ${GAP}(?:εκτός γραφείου|σε άδεια)`,
    "休暇(?:を|で|中)|不在に(?:して|しており)|외근 중|휴가 중|我.{0,8}(?:不在办公室|不在辦公室|休假|外出|出差)",
    `أنا ${GAP}(?:خارج المكتب|في إجازة)|אני ${GAP}(?:מחוץ למשרד|בחופשה)`,
    `tôi ${GAP}(?:nghỉ phép|vắng mặt)|saya ${GAP}(?:cuti|di luar kantor)|ลาพักร้อน`,
  ].join("|"),
  "iu"
)

/** When one will be back, or whom to ask meanwhile: with {@link AWAY_STATEMENT} an answer
 * nobody typed for this occasion. */
export const AWAY_DETAILS =
  /\b(?:return(?:ing)?|be back|back (?:in|on|to)|limited access|no access|urgent|immediate assistance|in my absence|upon my return|contact|respond)|zurück|wieder (?:da|im|für|erreichbar)|sind wir wieder|dringend|vertret|nicht (?:weitergeleitet|gelesen)|wende|retour|urgence|urgent|contacter|joindre|vuelt|regres|urgente|contact|volt|retorno|rientr|tornerò|rivolg|urgenz|contatt|terug|dringende|tilbage|tilbake|haster|hast\b|tillbaka|åter|brådskande|kontakt|palaan|kiireel|wrac|wróc|powrocie|pilnych|zastęp|vrátí|naléhav|vrátim|súrn|visszaté|sürgős|revin|întorc|vratit|hitn|vrnem|nujn|dönece|acil|верн|срочн|поверн|термінов|спешн|επιστρ|επείγ|επικοιν|戻り|緊急|返|복귀|긴급|回来|回來|紧急|緊急|أعود|عاجل|אחזור|דחופ|דחוף|liên hệ|hubungi|mendesak/iu

/** What customers speak of and absence notes do not. */
export const SHOP_TALK =
  /\b(?:parcel|package|deliver|order|ship|refund|send (?:it|them|me)|return (?:it|them)|liefer|zustell|paket|päckchen|bestell|rücksend|colis|livr|commande|paquete|entreg|pedido|encomenda|pacco|spedi|consegn|ordine|pakket|bezorg|bestel|pakke|lever|paket|beställ|paczk|dostaw|zamówi|zásil|doruč|objedn|csomag|szállít|rendel|colet|livra|comand|pošilj|dostav|naroč|kargo|sipariş|teslim)|посылк|достав|заказ|замовлен|παραγγελ|παράδοσ|荷物|配達|注文|包裹|订单|訂單|배송|주문|택배|طلب|توصيل|משלוח|הזמנ/iu

/** Subjects under which servers return mail. */
export const BOUNCE_SUBJECT = new RegExp(
  '^(?:re: )?[\\[({*" ]*(?:' +
    [
      "undeliver(?:ed|able|y)|non[- ]?deliver(?:y|able)|not deliver|failure (?:notice|delivery)|failed (?:mail|delivery|to deliver)|delivery (?:status|failure|fail(?:ed|ure)?|report|notification|problem|error|to|delayed|has failed|final failure|reports|incomplete|impossible|unsuccessful)|mail (?:failed|delivery|system error|not delivered|could not|delivery failed|delivery failure|error|undeliverable|returned|status report|transport)|returned (?:mail|to sender|message|e-?mail)|return(?:ed)? to sender|message (?:delivery|could not|not delivered|undeliverable|notification|you sent blocked|status|blocked|rejected)|warning: (?:could not send|message)|could not (?:send|deliver)|e-?mail (?:delivery|could not|bounce)|unable to deliver|bounce(?:d|:)?|rejected (?:mail|message)|your (?:message|mail|e-?mail) .{0,30}(?:rejected|not delivered|could not|undeliver|bounced)|\\*+ undeliver|ndn:|nondeliver|notification of|permanent delivery|problems? delivering|there was an error sending|user unknown|unknown user|error (?:sending|delivering)|delayed mail|mail delayed|invalid (?:recipient|address)|blocked|rejeté|mailbox (?:unavailable|full)|quota exceeded|unzustellbar|nicht zustellbar|zustellung|zustellfehler|fehler bei der|retour(?:né|ned)?|échec|non remis|remise|notification d'état|mensaje no|no se puede entregar|no entregado|error de entrega|devol(?:ución|vido|ución)|falha na entrega|não entregue|falha|mensagem não|mancato recapito|mancata consegna|non recapitabile|consegna|errore|onbestelbaar|niet (?:bezorgd|afgeleverd)|kunne ikke levere|leverings|ikke leveret|olevererbart|meddelandet kunde|kan inte leverera|ei voitu toimittaa|toimittamaton|niedostarcz|niemożność dostarczenia|nedoručitelná|nedoručené|nedoručiteľné|kézbesíthetetlen|kézbesítési|nelivrat|mesaj nelivrabil|neisporuč|teslim edilemedi|iletilemedi|не доставлено|недоставлен|невозможно доставить|сообщение не доставлено|не доставлен|не вдалося доставити|недоставено|δεν παραδόθηκε|αποτυχία παράδοσης|تعذر (?:تسليم|التسليم)|לא ניתן למסור|配信不能|配達不能|送信できません|配信エラー|エラーメール|メール.{0,10}エラー|无法投递|退信|系统退信|無法傳遞|未送達|退件|전송 실패|배달 실패|반송",
    ].join("|") +
    ")",
  "iu"
)

/** What a report of failed delivery says in its first paragraphs. */
export const BOUNCE_STATEMENT =
  /could not be delivered|couldn't be delivered|couldn[’']t deliver|was not delivered|wasn[’']t delivered|has not been delivered|not be delivered|unable to deliver|undeliverable|delivery (?:to the following|has failed|failed|attempt)|failed to deliver|permanent(?:ly)? (?:fatal )?(?:errors?|failure|failed)|fatal errors|this is the mail (?:system|delivery|server)|qmail-send program|address(?:es)? had|following address|message (?:was|has been) (?:rejected|blocked|returned)|returned to (?:the )?sender|undelivered|did not reach|delivery error|rejected your|user unknown|unknown user|no such user|mailbox (?:is )?(?:full|unavailable)|recipient address rejected|was rejected|not accepted|5\d\d[ -]+5\.\d\.\d|5\d\d - |transcript of session follows|no valid recipients|invalid user|could not be sent|unzustellbar|nicht zugestellt|konnte(?:n)? nicht|n'a pas pu être|no (?:se )?(?:ha )?pu(?:do|ede) (?:ser )?entreg|não (?:foi|pôde) (?:possível|ser) entreg|non (?:è stato|può essere) (?:possibile|recapitato|consegn)|配信でき|届けることができ|送信でき|配達でき|エラー|не (?:было|был|может быть) доставлен|不能投递|无法投递|无法送达|退回|반송|전송할 수 없/iu

/** Senders that are machines by their name. */
export const DAEMON_ADDRESS =
  /^(?:mailer-?daemon|mail-?daemon|maildaemon|post_?master|mail-?delivery(?:-?(?:sub)?system)?|mdaemon|bounces?|mail-?system|mailsystem|mail-?server|double-?bounce|mta|smtp)(?:[+\-_.=][^@]*)?(?:@|$)/i
export const DAEMON_NAME =
  /mail(?:er)?[ -]?(?:delivery|daemon|system|administrator|deliver)|delivery (?:sub)?system|postmaster|mail ?router|internet mail delivery|system administrator|microsoft exchange|mail server|message (?:transfer|router)|mdaemon|delivery service|メール|unzustellbar|systemadministrator|administrateur système|amministratore di sistema/i

/** Addresses nobody reads. */
export const NO_REPLY_ADDRESS =
  /^(?:(?:[^@]*[._+-])?(?:no[._-]?reply\d*|do[._-]?not[._-]?reply|dont[._-]?reply|nicht[._-]?antworten|keine[._-]?antwort|ne[._-]?pas[._-]?repondre|no[._-]?responder|no[._-]?contestar|nao[._-]?responda|non[._-]?rispondere|niet[._-]?antwoorden|svara[._-]?inte|ikke[._-]?svar)|unattended|auto[._-]?(?:reply|mailer|responder|confirm|notification)|mailer|bounces?|notifications?|nobody|devnull|null)(?:[._+-][^@]*)?@/i

/** What only mail servers write: codes, addresses of servers, the words of SMTP. */
export const SMTP_EVIDENCE =
  /(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?![\d.])|(?<![\d.,])[45][0-5]\d[ -][\w<"']|\bsmtp\b|\brcpt\b|mailer-daemon|postmaster@|message-id|^received:|^(?:final|original)-recipient:|mail (?:server|system|delivery system)|remote (?:host|server)|\bmx\b|\bqueue|<[^<>\s]+@[^<>\s]+>|^\s*\S+@\S+\.\w+\s*:?\s*$/im
