/** Subjects of automatic replies, in the languages of `quote-phrases.ts`. */
export const AUTO_REPLY_SUBJECT = new RegExp(
  "^(?:(?:re|aw|sv|vs|tr|fwd?) ?: ?)*[\\[({<*\"' ]*(?:" +
    [
      "(?:auto(?:matic|mated|matische|mática|matica|matique|matisk|matiskt|maattinen|matyczna)?[ -]?)(?:reply|response|respond|replay|antwort|answer|antwoord|réponse|respuesta|resposta|risposta|svar|odpowiedź|odpověď|vastaus|generated reply)",
      "automatisch(?:e|es)? (?:antwort|antwoord|abwesenheits\\S*|rückantwort)",
      "automatiskt? (?:svar|frånvaro\\S*)",
      "réponse automatique|respuesta automática|respuesta automatica|resposta automática|resposta automatica|risposta automatica",
      "automatyczna odpowiedź|odpowiedź automatyczna|automatická odpověď|automatická odpoveď|automatikus válasz|răspuns automat|raspuns automat|automatski odgovor|samodejni odgovor|otomatik (?:yanıt|cevap)|автоответ|автоматический ответ|автоматична відповідь|автоматичен отговор|αυτόματη απάντηση|automaattinen vastaus|automaatvastus|رد تلقائي|תשובה אוטומטית|מענה אוטומטי|自動返信|自動応答|自动回复|自動回覆|자동 응답|자동응답|자동 회신|trả lời tự động|ตอบกลับอัตโนมัติ|balasan otomatis|पاسخ خودکار",
      "out[ -]of[ -](?:the[ -])?office|ooo\\b|away from (?:the |my )?(?:office|mail|e-?mail|desk)|on (?:annual |maternity |parental |sick )?leave\\b|on vacation\\b|on holiday\\b|vacation (?:reply|response|notice|message)|i am (?:currently )?away|away (?:until|till|notice|message)",
      "abwesenheits(?:notiz|meldung|benachrichtigung|nachricht|assistent|hinweis|mitteilung|info)|abwesenheit ?(?::|$|[-–])|abwesend ?(?::|$|[-–])|bin (?:derzeit |zurzeit )?(?:nicht im büro|im urlaub|abwesend)|nicht im (?:büro|haus)|urlaubs(?:notiz|meldung|benachrichtigung)",
      "absence du bureau|absent(?:e)? du bureau|absence :|en congés?\\b|hors du bureau|message d'absence",
      "fuera de (?:la )?oficina|ausente de la oficina|ausencia temporal|fora do escritório|ausência temporária|ausente do escritório|fuori (?:ufficio|sede)|assente dall'ufficio|assenza dall'ufficio",
      "afwezig(?:heid|heidsassistent)?\\b|niet aanwezig|ikke (?:på|til stede på) kontoret|ikke til stede|fraværende|fravær|frånvarande|frånvaro|inte på kontoret|poissa toimistolta|poissaolo|en ole paikalla",
      "poza biurem|nieobecność|nieobecny|mimo kancelář|nepřítomnost|mimo kancelárie|neprítomnosť|házon kívül|irodán kívül|szabadságon|în afara biroului|izvan ureda|odsutan|odsoten|ofis dışında|ofiste değilim|izindeyim",
      "вне офиса|нет на месте|в отпуске|відсутній|у відпустці|извън офиса|εκτός γραφείου|خارج المكتب|מחוץ למשרד|不在|外出中|休暇中|부재중|休假|外出",
      "thank you for (?:contacting|your (?:e-?mail|message|enquiry|inquiry)) ?[-–(]? ?auto",
    ].join("|") +
    ")",
  "iu"
)

/** First lines of automatic replies: what a machine says of itself. */
export const AUTO_REPLY_OPENING = new RegExp(
  "^[\\s*#=_\\-\\[(>]*(?:please note[:,]? |hinweis: |note: )?(?:" +
    [
      "th(?:is|e following) is an? (?:auto(?:matic|mated|matically generated)|auto-?generated)[ -]?(?:e-?mail |mail )?(?:reply|response|answer|message|notification|e-?mail)",
      "this (?:e-?mail|message|reply|mail) (?:is|was|has been) (?:auto(?:matically|-)? ?generated|sent automatically|generated automatically)",
      "auto(?:matic|mated)?[ -](?:reply|response)\\b",
      "dies(?:e[rs]?)? (?:ist eine automatische|ist eine automatisch|nachricht wurde automatisch|e-?mail wurde automatisch|mail wurde automatisch)",
      "(?:ceci est un(?:e)? |il s'agit d'une? )(?:réponse|message|courriel|e-?mail) automatique",
      "(?:este es un(?:a)? |esta es una )(?:respuesta|mensaje|correo) automátic[ao]",
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

/** "I am away", said at the start of a mail. */
export const AWAY_STATEMENT = new RegExp(
  [
    "(?:i am|i'm|i will be|i'll be) (?:currently |presently |now |away |going to be )*(?:out of (?:the )?office|on (?:annual |maternity |parental |sick |paternity )?leave|on (?:vacation|holiday)|away from (?:the office|my desk|my e-?mail|work))",
    "(?:ich bin|wir sind) (?:derzeit |zur ?zeit |momentan |aktuell |vom .{1,40} |bis .{1,40} |ab .{1,30} )*(?:nicht im büro|im urlaub|außer haus|nicht im haus|abwesend|nicht erreichbar|in elternzeit)",
    "je suis (?:actuellement |en ce moment )?(?:absent|en congé|en vacances|hors du bureau)",
    "(?:estoy|me encuentro|estaré) (?:actualmente |ahora )?(?:fuera de (?:la )?oficina|de vacaciones|ausente)",
    "(?:estou|estarei|encontro-me) (?:atualmente |actualmente |de momento )?(?:fora do escritório|de férias|ausente)",
    "(?:sono|sarò) (?:attualmente |al momento )?(?:fuori (?:ufficio|sede)|in ferie|assente)",
    "ik ben (?:momenteel |op dit moment |thans )?(?:afwezig|niet aanwezig|met vakantie|op vakantie|niet op kantoor)",
    "jeg (?:er|har) (?:for tiden |i øjeblikket |pt\\.? )?(?:ikke på kontoret|på ferie|ferie|fraværende|bortrejst)",
    "jag är (?:för närvarande |just nu )?(?:inte på kontoret|på semester|frånvarande|borta från kontoret|ledig)",
    "olen (?:tällä hetkellä |parhaillaan )?(?:poissa|lomalla|vapaalla)",
    "(?:jestem|przebywam) (?:obecnie |aktualnie )?(?:poza biurem|na urlopie|nieobecn)",
    "(?:jsem|momentálně jsem|nyní jsem) (?:momentálně )?(?:mimo kancelář|na dovolené|nepřítom)|som (?:momentálne )?(?:mimo kancelárie|na dovolenke)",
    "(?:jelenleg )?(?:szabadságon vagyok|házon kívül vagyok|nem vagyok az irodában)",
    "(?:sunt|mă aflu) (?:în prezent )?(?:plecat|în concediu|în afara biroului)",
    "(?:trenutno )?(?:nisam u uredu|na godišnjem (?:sam|odmoru)|nisem v pisarni|sem na dopustu)",
    "(?:şu anda |şu an )?(?:izindeyim|ofis dışındayım|tatildeyim|yıllık izindeyim)",
    "(?:я )?(?:нахожусь|сейчас|в настоящее время|буду) .{0,30}(?:в отпуске|вне офиса|в командировке)|(?:я )?(?:зараз |наразі )?(?:у|в) відпустці",
    "βρίσκομαι (?:εκτός γραφείου|σε άδεια)|休暇(?:を|で|中)|不在に(?:して|しており)|외근 중|휴가 중|我(?:目前|正在|现在)?(?:不在办公室|休假|外出)|أنا (?:حاليا |حالياً )?(?:خارج المكتب|في إجازة)|אני (?:כרגע )?(?:מחוץ למשרד|בחופשה)",
  ].join("|"),
  "iu"
)

/** When one will be back, or whom to ask meanwhile: with {@link AWAY_STATEMENT} an answer
 * nobody typed for this occasion. */
export const AWAY_DETAILS =
  /\b(?:return(?:ing)?|be back|back (?:in|on)|limited access|no access|urgent|immediate assistance|in my absence|upon my return|contact|respond)|zurück|wieder (?:da|im|erreichbar)|dringend|vertret|nicht weitergeleitet|wende|retour|urgence|urgent|contacter|joindre|vuelt|regres|urgente|contact|volt|retorno|rientr|tornerò|rivolg|urgenz|contatt|terug|dringende|tilbage|tilbake|haster|tillbaka|åter|brådskande|palaan|kiireel|wrac|wróc|pilnych|zastęp|vrátí|naléhav|vrátim|súrn|visszaté|sürgős|revin|întorc|vratit|hitn|vrnem|nujn|dönece|acil|верн|срочн|поверн|термінов|επιστρ|επείγ|戻り|緊急|返|复귀|복귀|긴급|回来|紧急|أعود|عاجل|אחזור|דחוף/iu

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
