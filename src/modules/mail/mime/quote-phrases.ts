/**
 * The words mail programs write around the mail they answer or pass on, by language:
 * English, German, French, Spanish, Portuguese, Italian, Dutch, Danish, Norwegian,
 * Swedish, Finnish, Estonian, Latvian, Lithuanian, Polish, Czech, Slovak, Hungarian,
 * Romanian, Croatian, Serbian, Slovenian, Bulgarian, Russian, Ukrainian, Greek, Turkish,
 * Arabic, Hebrew, Persian, Hindi, Thai, Vietnamese, Indonesian, Chinese, Japanese, Korean,
 * and the titles of some sixty more, as open mail programs translate them. All in lower
 * case. Data only; `quote-headers.ts` knows what to do with it.
 */

export type HeaderRole = "from" | "date" | "to" | "cc" | "bcc" | "reply_to" | "subject"

const HEADER_LABELS: Record<HeaderRole, string[]> = {
  from: (
    "from|von|de|da|van|fra|från|lähettäjä|saatja|no|nuo|od|odesílatel|odosielateľ|feladó|" +
    "küldő|de la|expéditeur|remitente|remetente|mittente|afzender|avsender|avsändare|afsender|" +
    "nadawca|expeditorul|expeditor|від кого|pošiljatelj|šalje|од|kimden|gönderen|от|отправитель|от кого|від|відправник|" +
    "подател|από|αποστολέας|من|المرسل|מאת|از|فرستنده|से|จาก|từ|người gửi|dari|" +
    "送信元|发件人|寄件者|寄件人|發件人|差出人|送信者|送信元|보낸 사람|보낸사람|message de|nachricht von|" +
    "siuntėjas|sūtītājs|шаље|пошиљалац|daripada|प्रेषक|nork|nga|გამგზავნი|ումից|kimdən|göndərən|gönderen|кімнен|ад|од|從|보낸이|frá|보낸 이"
  ).split("|"),
  date: (
    "date|sent|sent on|sent at|date sent|gesendet|gesendet am|datum|envoyé|envoyé le|" +
    "date d'envoi|envoye|fecha|enviado|enviado el|enviado em|enviada em|enviada|data|data de envio|" +
    "inviato|inviato il|data invio|verzonden|verzonden op|sendt|dato|sendt den|skickat|skickat den|" +
    "lähetetty|lähetysaika|päivämäärä|päiväys|pvm|kuupäev|saadetud|datums|nosūtīts|data|išsiųsta|" +
    "wysłano|wysłane|data wysłania|odesláno|odeslané|odoslané|dátum|küldve|elküldve|küldés dátuma|" +
    "trimis|trimis la|dată|poslano|poslato|datum slanja|датум|послато|gönderildi|gönderilen|gönderme tarihi|" +
    "gönderilme tarihi|tarih|дата|отправлено|дата отправки|надіслано|відправлено|изпратено|" +
    "ημερομηνία|εστάλη|στάλθηκε|أرسلت|تم الإرسال|تاريخ الإرسال|التاريخ|تاريخ|נשלח|תאריך|ارسال|दिनांक|วันที่|ส่งเมื่อ|" +
    "ngày|đã gửi|gửi lúc|tanggal|dikirim|发送时间|发送日期|日期|時間|时间|傳送時間|寄件日期|寄送日期|" +
    "送信日時|日時|日付|送信日|보낸 날짜|보낸날짜|보낸 시간|날짜|message du|enviado a|время|" +
    "enviat|enviat el|išsiuntimo data|послато|испратено|изпратено на|dihantar|भेजा गया|bidaltze-data|dërguar|გაგზავნილია|ուղարկված|göndərildi|жіберілді|адпраўлена|gönderilme|已发送|已傳送|terkirim|ส่ง|أُرسلت|보낸시간"
  ).split("|"),
  to: (
    "to|an|à|a|para|aan|til|till|vastaanottaja|kenelle|saaja|kellele|kam|do|komu|pro|címzett|" +
    "către|catre|destinatar|destinatarul|destinatari|za|prima|primatelj|примаоц|за|kime|alıcı|кому|получатель|" +
    "отримувач|до|προς|إلى|אל|به|को|ถึง|đến|tới|kepada|ke|destinataire|destinatario|destinatário|" +
    "ontvanger|empfänger|mottaker|modtager|mottagare|adresát|adresat|收件人|收件者|宛先|送信先|pour|per|받는 사람|받는사람|" +
    "per a|gavėjas|adresāts|adressaat|primalac|прималац|प्रति|nori|për|მიმღები|ում|kimə|кімге|каму|至|받는이|받는 이|עבור|primatelj|til"
  ).split("|"),
  cc: (
    "cc|c.c.|kopie|kopie (cc)|copie|copie à|copia|cópia|con copia|kopi|kopia|kopio|koopia|kopija|dw|" +
    "do wiadomości|másolat|másolatot kap|kópia|skrytá kopie|bilgi|копия|копія|копие|κοιν|" +
    "κοινοποίηση|نسخة|نسخة إلى|עותק|رونوشت|สำเนา|đồng gửi|tembusan|抄送|副本|副本抄送|참조|kk"
  ).split("|"),
  bcc: "bcc|blindkopie|cci|cco|ccn|dolda kopior|udw|密送|密件副本|숨은참조".split("|"),
  reply_to: (
    "reply-to|reply to|antwort an|répondre à|responder a|responder para|rispondi a|" +
    "antwoord aan|svar til|svar-til|svara till|odpowiedz do|odpověď na|ответить на|回复|返信先"
  ).split("|"),
  subject: (
    "subject|betreff|objet|asunto|assunto|oggetto|onderwerp|emne|ämne|aihe|teema|temats|tema|temat|" +
    "předmět|predmet|tárgy|subiect|subiectul|naslov|zadeva|наслов|предмет|konu|тема|относно|θέμα|الموضوع|" +
    "موضوع|נושא|विषय|เรื่อง|chủ đề|tiêu đề|perihal|subjek|主题|主旨|主題|件名|题目|標題|제목|sujet|titre|" +
    "ogg|tēma|assumpte|gaia|subjekti|თემა|թեմա|mövzu|тақырыбы|тэма|efni|thema|주제|наслов|ämne"
  ).split("|"),
}

/** The role a header label stands for, by label. */
export const ROLE_OF_LABEL: ReadonlyMap<string, HeaderRole> = new Map(
  (Object.keys(HEADER_LABELS) as HeaderRole[]).flatMap((role) =>
    HEADER_LABELS[role].map((label): [string, HeaderRole] => [label, role])
  )
)

/** "Wrote", as it stands in the line above a quote. */
export const WROTE_VERBS = (
  "wrote|writes|said|sent|schrieb|schrieben|geschrieben|a écrit|écrit|ecrit|ha écrit|escribió|" +
  "escribio|ha escrito|escribe|escreveu|escreveram|ha scritto|scritto|scrisse|schreef|verzond|geschreven|" +
  "het volgende geschreven|skrev|skrev følgende|har skrevet|kirjoitti|kirjutas|rakstīja|rašė|parašė|" +
  "napisał|napisała|napisał(a)|napisana przez|napisano przez|écrit par|escrito por|scritto da|pisze|napsal|napsala|napsal(a)|napísal|napísala|napísal(a)|píše|" +
  "írta|ezt írta|a következőt írta|a scris|scris|napisao|napisala|napisao/la je|je napisao|" +
  "je napisala|je napisao/la|je napisal|je napisal/-a|је написао|је написала|написао|написала|" +
  "yazdı|şunu yazdı|şunları yazdı|написал|написала|написал(а)|написали|писал|пишет|написав|" +
  "написала|пише|написа|έγραψε|έγραψαν|كتب|كتبت|كتبت|כתב|כתבה|כתב/ה|نوشت|ने लिखा|เขียนว่า|เขียน|" +
  "đã viết|viết|menulis|写道|寫道|写了|写信|书写|写|撰写|寫|書きました|書いた|wrote|님이 작성|작성|" +
  "썼습니다|님의 말|쓴 글|のメッセージ|さんは書きました|" +
  "napisal(a)|je napisal(a)|idatzi du|idatzi zuen|ha escrit|va escriure|escribiu|skrifaði|ysgrifennodd|scríobh|shkroi|ka shkruar|yazmışdır|yazıb|жазды|напіша|піша|напісаў|напісала" +
  "|жазған|yozdi|yozgan|yura|membalas|skreiv|skreau|skrivaði|skrivet eo bet gant" +
  "|skrivet gant|nivîsî|يازدى|ubhale|a scrit|à scrit|ha scrit|a scrît|a escrich|napisal" +
  "|napisali|napisa|написасте|kirjoitit|kirjutasid|sgrìobh|წერს" +
  "|נכתב על ידי|գրել է|գրեց|skribis"
).split("|")

/** How the line above a quote begins where it does not begin with the date or a name. */
export const ATTRIBUTION_LEADS = (
  "on|at|in|am|den|vom|le|el|il|em|o|no dia|a|op|på|pa|d.|w dniu|dnia|dne|dňa|dna|în|in data di|" +
  "in data|il giorno|la data de|dana|u|ob|on the|στις|την|στο|vào|vào lúc|vào ngày|pada|em data de|" +
  "во|в|от|у|на|בתאריך|ב-|ביום|في|بتاريخ|在|於|于|ma|ke|to|pe|la|su|ti|kp|ühel kenal päeval|quoting|zitat von|" +
  "citando|citando a|citerar|citat|zitat|cytowanie|quotation|mensagem de|message from"
).split("|")

/** What stands between dashes above the mail that is answered. */
export const ORIGINAL_MESSAGE = (
  "original message|original mail|original email|original e-mail|original appointment|reply message|" +
  "reply|ursprüngliche nachricht|urspruengliche nachricht|ursprüngliche mail|original-nachricht|" +
  "originalnachricht|original nachricht|antwort nachricht|ursprünglicher termin|" +
  "message d'origine|message d’origine|message original|message initial|message précédent|mail original|" +
  "e-mail d'origine|courriel original|rendez-vous d'origine|mensaje original|mensaje originale|correo original|" +
  "mensagem original|messaggio originale|messaggio original|oorspronkelijk bericht|" +
  "oorspronkelijke bericht|origineel bericht|oprindelig meddelelse|oprindelig besked|original meddelelse|" +
  "original besked|opprinnelig melding|opprinnelig e-post|original melding|originalmeddelande|" +
  "ursprungligt meddelande|original meddelande|originalt meddelande|alkuperäinen viesti|" +
  "viesti alkuperäinen|alkuperäinen sähköposti|algne kiri|algne sõnum|sākotnējais ziņojums|originalus laiškas|" +
  "wiadomość oryginalna|oryginalna wiadomość|treść oryginalnej wiadomości|wiadomość pierwotna|" +
  "původní zpráva|puvodni zprava|původní e-mail|pôvodná správa|povodna sprava|eredeti üzenet|" +
  "eredeti levél|mesaj original|mesajul original|mesaj inițial|izvorna poruka|originalna poruka|" +
  "izvirno sporočilo|оригинална порука|изворна порука|orijinal mesaj|orjinal mesaj|özgün ileti|özgün mesaj|" +
  "исходное сообщение|оригинальное сообщение|исходное письмо|" +
  "вихідне повідомлення|оригінальне повідомлення|початкове повідомлення|оригинално съобщение|" +
  "αρχικό μήνυμα|الرسالة الأصلية|رسالة أصلية|הודעה מקורית|ההודעה המקורית|پیام اصلی|मूल संदेश|" +
  "ข้อความต้นฉบับ|ข้อความเดิม|thư gốc|tin nhắn gốc|pesan asli|原始邮件|原始郵件|原邮件|原始信件|" +
  "原始訊息|元のメッセージ|元のメール|オリジナルメッセージ|original message follows|원본 메시지|원본 메일|" +
  "원본 이메일|원래 메시지|received message|message reçu|original|replied message|回复的原邮件|回复邮件|оригинално писмо|оригинално съобщение|받은 메일 내용|받은 메일|missatge original|jatorrizko mezua|upprunaleg skilaboð|původní email|sākotnējā ziņa|originali žinutė|algsõnum|izvorna poruka|mesej asal" +
  "|teachtaireacht bhunaidh|an teachtaireacht bhunaidh|bunteachtaireacht" +
  "|الرسالة الأصليَّة|الرسالة الأساسية|الرسالة الاصلية|түпнұсқа хабарламасы|шығыс хат" +
  "|originalna powěsć|neges wreiddiol|kemennadenn orinel|kemennadenn orin" +
  "|upprunalegur póstur|upprunalegt bréf|upprunalegur texti|բնօրինակ նամակը" +
  "|առաջին հաղորդագրությունը|зыходнае паведамленне|арыгінальнае паведамленне" +
  "|aryhinalny list|oarspronklik berjocht|an teachdaireachd thùsail|საწყისი წერილი" +
  "|ორიგინალი შეტყობინება|pôvodná správa --- original message|sākotnējā vēstule" +
  "|mensaxe orixinal|mensax orixinal|oorspronklike boodskap|asl xabar|asl xat" +
  "|izen anezli|messadi original|mesazhi origjinal|mesazhi orgjinal|原始消息|原始信息" +
  "|qitzij rutzijol|opphavleg melding|opprinneleg melding|खरा संदेश|मुळ संदेश" +
  "|मौलिक सन्देश|मौलिक संदेश|originala mesaĝo|origina mesaĝo|original-message" +
  "|peyama orîjînal|ئەسلىي خەت|ئەسلى ئۇچۇر|uppruna boð|orijinal məktub|izvorno sporočilo" +
  "|esialgne kiri|algupärane sõnum|សារដើម|оригинална порака|orgineel bericht|ಮೂಲ ಸಂದೇಶ" +
  "|യഥാര്‍ഥ സന്ദേശം|യഥാര്‍ഥമായ സന്ദേശം|મૂળ સંદેશો|ପ୍ରକୃତ ସନ୍ଦେଶ|නැවුම් පණිවිඩය" +
  "|اره استوزه|oprindeligt brev|ਅਸਲੀ ਸੁਨੇਹਾ|messaç origjinâl|オリジナルのメッセージ|মূল বার্তা" +
  "|প্ৰকৃত বাৰ্তা|వాస్తన సందేశం|isi pesan asli|འཕྲིན་དོན་ངོ་མ་|மூல செய்தி" +
  "|messatge d'origina|mensache orichinal|originalan e-mail|originalpost" +
  "|originalus pranešimas|orginalmeddelande|orjinal ileti"
).split("|")

/** "Forwarded", as part of whatever a program writes between dashes. */
export const FORWARDED = new RegExp(
  "(?<![\\p{L}\\p{M}])(?:" +
    "forwarded|weitergeleitet|transféré|transfere|transmis|réexpédié|reenviad|reencaminhad|encaminhad|" +
    "inoltrat|doorgestuurd|doorgezonden|videresend|vidarebefordra|vidaresän|välitet|edelleenlähet|" +
    "edastat|edasi saadet|pārsūtī|persiųst|persiunč|przekaz|przesłan|přeposl|přeposí|předan|preposl|" +
    "preposiel|odovzdan|továbbít|redirec[tț]ion|retransmis|proslijeđ|prosleđ|posredovan|прослеђ|" +
    "препраћ|iletil|yönlendiril|пересыл|пересл|пересил|переадрес|перенаправ|переспрям|препрат|" +
    "препратен|προωθ|معاد توجيه|المعاد توجيه|محول|הועבר|ارجاع|ส่งต่อ|chuyển tiếp|terusan|diteruskan|" +
    "转发|轉寄|轉發|転送|전달|reenviat|redirigid|encaminham|înaintat|áframsen|vidaresend|proslijed|" +
    "edasisuuna|переправлен|перасла|перанакір|προώθησ|מועבר|轉遞|birbidal|reencami)",
  "iu"
)

/** What stands above a mail that is passed on. */
export const FORWARDED_MESSAGE = (
  "forwarded message|forwarded mail|forwarded email|forwarded by|begin forwarded message|" +
  "start of forwarded message|original message forwarded|forwarded from|" +
  "weitergeleitete nachricht|anfang der weitergeleiteten nachricht|anfang der weitergeleiteten e-mail|" +
  "weitergeleitete mail|weitergeleitet von|weitergeleitete e-mail|" +
  "message transféré|message transmis|mail transféré|courriel transféré|" +
  "début du message réexpédié|début du message transféré|e-mail transféré|message réexpédié|" +
  "mensaje reenviado|inicio del mensaje reenviado|correo reenviado|mensaje remitido|reenviado por|" +
  "mensagem encaminhada|mensagem reencaminhada|início da mensagem encaminhada|" +
  "início da mensagem reencaminhada|encaminhado por|mensagem enviada|" +
  "messaggio inoltrato|inizio messaggio inoltrato|inoltrato da|messaggio inoltrato inizio|" +
  "doorgestuurd bericht|begin doorgestuurd bericht|doorgestuurde bericht|begin van doorgestuurd bericht|" +
  "videresendt meddelelse|videresendt besked|videresendt|start på videresendt besked|" +
  "videresendte meddelelse|begynnelse på videresendt melding|videresendt melding|" +
  "videresendt e-post|start på videresendt melding|begynner videresendt melding|" +
  "vidarebefordrat meddelande|vidarebefordrat brev|vidarebefordrat mejl|" +
  "början på vidarebefordrat meddelande|börja vidarebefordrat meddelande|" +
  "början på vidarebefordrat mejl|välitetty viesti|alku välitettyyn viestiin|välitetty sähköposti|" +
  "edelleenlähetetty viesti|edastatud kiri|edastatud sõnum|pārsūtīta ziņa|pārsūtītais ziņojums|" +
  "persiųstas laiškas|persiųsta žinutė|wiadomość przekazana dalej|przekazana wiadomość|" +
  "początek przekazywanej wiadomości|treść przekazanej wiadomości|przekazany e-mail|" +
  "wiadomość przesłana dalej|przesłana wiadomość|wiadomość przekazana|přeposlaná zpráva|" +
  "předaná zpráva|začátek přeposílané zprávy|začátek přeposlané zprávy|" +
  "preposlaná správa|začiatok preposlanej správy|odovzdaná správa|továbbított üzenet|" +
  "továbbított levél|továbbított e-mail|a továbbított levél kezdete|továbbított levél kezdete|továbbított üzenet kezdete|" +
  "mesaj redirecționat|mesaj redirectionat|mesaj transmis|mesaj retransmis|" +
  "începe mesajul redirecționat|începutul mesajului redirecționat|începe mesajul transmis mai departe|" +
  "proslijeđena poruka|prosleđena poruka|započni proslijeđenu poruku|počinje proslijeđena poruka|" +
  "početak proslijeđene poruke|preusmjerena poruka|" +
  "posredovano sporočilo|začetek posredovanega sporočila|прослеђена порука|iletilen ileti|ileti başlangıcı|" +
  "iletilen mesaj|iletilmiş mesaj|iletilen e-posta|yönlendirilen mesaj|yönlendirilmiş ileti|" +
  "iletilen mesaj başlangıcı|iletilen mesajın başlangıcı|" +
  "пересылаемое сообщение|пересланное сообщение|переадресованное сообщение|" +
  "начало переадресованного сообщения|начало пересылаемого сообщения|начало пересланного сообщения|" +
  "перенаправленное сообщение|пересылаемое письмо|пересланное письмо|" +
  "переслане повідомлення|початок переспрямованого повідомлення|переспрямоване повідомлення|" +
  "початок листа, що пересилається|повідомлення, що пересилається|пересланий лист|" +
  "переадресоване повідомлення|початок переадресованого повідомлення|" +
  "препратено съобщение|προωθημένο μήνυμα|έναρξη προωθημένου μηνύματος|προωθούμενο μήνυμα|" +
  "رسالة معاد توجيهها|رسالة محولة|بداية الرسالة المعاد توجيهها|הודעה שהועברה|תחילת ההודעה שהועברה|" +
  "پیام ارجاع شده|ข้อความที่ส่งต่อ|thư đã chuyển tiếp|thư được chuyển tiếp|pesan terusan|" +
  "pesan yang diteruskan|转发的消息|转发邮件信息|转发邮件|转发的邮件|已转发邮件|轉寄的郵件|轉寄郵件|" +
  "已轉寄的訊息|轉寄的訊息|開始轉寄|开始转发的邮件|被转发邮件信息|" +
  "転送されたメッセージ|メッセージを転送|転送メッセージ|転送メール|転送されたメール|전달된 메시지|전달된 메일|전달한 메시지" +
  "|teachtaireacht ar aghaidh|teachtaireacht curtha ar aghaidh|رسالة ممرّرة" +
  "|әрі қарай жіберілген хабарлама|қайта бағдарланған хат|басқаға жіберілген хат" +
  "|dalej pósrědnjona powěsć|dale sposrědkowana powěsć|áframsendur póstur" +
  "|áframsent skeyti|birbidalitako mezua|փոխանցվող նամակը|перанакіраванае паведамленне" +
  "|перасланае паведамленне|перанакіроўны ліст|pierasyłany list|trochstjoerd berjocht" +
  "|an teachdaireachd a tha ’ga shìneadh air adhart|გადაგზავნილი წერილი" +
  "|mesej dikirim semula|mesej dimajukan|missatge reenviat|inici del missatge reenviat" +
  "|mensaxe reunviáu|mensax reunviáu|uzatilgan xabar|izen yettwawelhen|messadi renvià" +
  "|mesazhi i përcjellë|taqon chik rutzijol|vidaresend melding|vidaresendt melding" +
  "|mensaxe reencamiñada|સંદેશો આગળ ધપાવો|ପଠାଯାଇଥିବା ସନ୍ଦେଶ|ඉදිරියට යැවූ පණිවිඩය" +
  "|aangestuurde boodskap|फरवार्ड गरिएको सन्देश|अग्रेषित संदेश|mesaj înaintat" +
  "|începutul mesajului înaintat|مخکې شوې استوزه|ਅੱਗੇ ਭੇਜਿਆ ਸੁਨੇਹਾ" +
  "|messaç mandât indenant|plusendita mesaĝo|ফরওয়ার্ড করা বার্তা|ফৰৱাৰ্ড কৰা বাৰ্তা" +
  "|ಫಾರ್ವಾರ್ಡ್ ಮಾಡಲಾದ ಸಂದೇಶ|ముందుకు పంపబడినసందేశం|ďalej odoslaná správa" +
  "|začiatok správy poslanej ďalej|ötürülülən məktub|གདོང་བསྐྱོད་འབད་ཡོད་པའི་འཕྲིན་དོན་" +
  "|அனுப்பும் செய்தி|முன்னனுப்பப்பட்ட அஞ்சல்|messatge transferit|הודעה מועברת" +
  "|ข้อความส่งต่อ|轉遞的郵件|開始轉寄郵件|umyalezo ogqithiisiweyo|mensache reninviau" +
  "|neges yrrwyd ymlaen|សារដែលបានបញ្ជូនបន្ត|សារបញ្ជូនបន្ត|پیام ارسال مجدد شده" +
  "|edasisuunatud kiri|inicio del mensaje redirigido" +
  "|iniciando encaminhamento de mensagem|wiederleddt naricht" +
  "|treść przekierowywanej wiadomości|message reexpedite"
).split("|")

/** What helpdesks put above the text one should write over, as their users may word it:
 * "reply", "above" and "line", in any order. */
export const REPLY_ABOVE: RegExp[][] = [
  [/reply above/],
  [/reply|answer|respon[ds]|write|type|comment/, /above/, /line/],
  [/antwort|schreib|eingeb|geben/, /über|ueber|oberhalb/, /linie|zeile/],
  [/répon|repon|écri|ecri|saisi/, /dessus/, /ligne/],
  [/respond|respuesta|escrib/, /encima|arriba/, /l[ií]nea/],
  [/respond|respost|escrev|digit/, /acima/, /linha/],
  [/rispond|rispost|scriv/, /sopra/, /riga|linea/],
  [/antwoord|reageer|typ|schrijf/, /boven/, /regel|lijn/],
  [/svar|skriv/, /over|ovenfor|ovanför|ovan/, /linj|rad/],
  [/vasta|kirjoit/, /yläpuol/, /rivi|viiva/],
  [/odpow|wpisz|napisz/, /powyżej|nad/, /lini/],
  [/odpov|napiš|napíš/, /nad/, /řád|riad|čar|čiar/],
  [/válasz|írj/, /fölé|felett|fölött/],
  [/răspun|scrie/, /deasupra/, /lini/],
  [/odgovor|upišite/, /iznad/, /lini|crt|red/],
  [/yanıt|cevap|yaz/, /üst/, /satır|çizgi/],
  [/ответ|пишите|введите/, /выше|над/, /лини|строк|черт/],
  [/відповід|пишіть|введіть/, /вище|над/, /ліні|рядк|рис/],
  [/πάνω από αυτή/, /γραμμή/],
  [/فوق هذا (?:السطر|الخط)|מעל (?:שורה|קו)/],
  [
    /この(?:行|線|ライン)より上|(?:此行|此线|此線|本行).{0,6}(?:上方|以上|之上)|이 (?:줄|선|행).{0,4}위/,
  ],
]

/** The same without marks around it: then it has to be the whole line. */
export const REPLY_ABOVE_UNMARKED =
  /^(?:please )?(?:reply|type|write|respond|answer)(?: your (?:reply|response|answer))? above (?:this|the) line[\s.!:-]*$/

/** Subjects of a mail that is passed on. */
export const FORWARD_SUBJECT =
  /^\s*(?:\[[^\]]{0,40}\]\s*)?(?:fwd?|wg|tr|rv|i|enc|res enc|doorst|vs|vb|vl|pd|fs|ilt|i̇lt|İLT|yön|ynt ilt|redir|nt|proslj|posr|prd|вс|перес|пд|πρθ|trs|rwd|rwv|ent|yml|pārs|pers|edast|rencaminhada|reenc|(?:forwarded|weitergeleitet|transf(?:ert|éré)|inoltr|reenvi|encaminh|reencaminh|doorgestuurd|videresendt|vidarebefordra|välitet|edasi|pārsūt|persiųs|persiunč|przekaz|přep|předáno|prepos|továbbít|redirec[tț]|proslij|prosleđ|posredovan|пересл|пересыл|перенаправ|препр|προώθ|ส่งต่อ|chuyển tiếp|terusan)[\p{L}\p{M}]*|إعادة توجيه|הועבר|転送|轉寄|轉發|转发|전달)\.?\s*[:：]/iu

/** Subjects of a mail that answers another. */
export const REPLY_SUBJECT =
  /^\s*(?:\[[^\]]{0,40}\]\s*)?(?:re|aw|antw|antwort|sv|vs|r|rif|res|resp|odp|od|ynt|yan|cevap|atb|atsak|ad|vá|válasz|hа|на|ответ|отв|відп|відповідь|отг|απ|απάντ|σχετ|رد|الرد|תגובה|השב|返信|回复|回覆|答复|답장|회신|tl|trả lời|bls|balas|svar|vast|vastaus|odg|rsp|re\[\d+\])\s*[:：]/iu
