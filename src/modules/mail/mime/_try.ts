import { sanitizeHtml } from "./sanitize-html"
import { htmlLines, cutHtml } from "./html-lines"
import { splitReply } from "./split-reply"
const t=(n:string,f:()=>unknown)=>{const s=performance.now();let r;try{r=f()}catch(e){r=(e as Error).message.slice(0,50)};console.log(n,(performance.now()-s).toFixed(0),typeof r==='string'?r.length:'')}
for(const tag of ['div','span','b','blockquote','table','font','zzz','script','p','li']){
for(const d of [1400]){const unit=`<${tag}>`.repeat(d)+'x'+`</${tag}>`.repeat(d);const s=unit.repeat(Math.floor(2e6/unit.length));t('2MB at depth '+d+tag,()=>sanitizeHtml(s).html??'null')}
t('2MB bare '+tag,()=>sanitizeHtml(`<${tag}>`.repeat(2e6/(tag.length+2)|0)).html??'null')
t('split '+tag,()=>splitReply({html:`<${tag}>a`.repeat(2e6/(tag.length+3)|0)}).reply)
}
t('li td',()=>sanitizeHtml('<li><td>'.repeat(2e5)).html??'null')
t('attr',()=>sanitizeHtml('<a '+'x="1" '.repeat(3e5)+'>').html??'null')
t('style',()=>sanitizeHtml('<a style="'+'color:red;'.repeat(1e5)+'">').html??'null')
t('lt',()=>splitReply({html:'<'.repeat(2e6)}).reply)
t('amp',()=>splitReply({html:'&'.repeat(2e6)}).reply)
t('comment',()=>splitReply({html:'<!--'.repeat(5e5)}).reply)
t('br',()=>splitReply({html:'<br>'.repeat(5e5)}).reply)
t('gt text',()=>splitReply({text:'>'.repeat(2e6)}).reply)
t('gt lines',()=>splitReply({text:'>\n'.repeat(1e6)}).reply)
t('nl',()=>splitReply({text:'\n'.repeat(2e6)}).reply)
t('on',()=>splitReply({text:'On 1 Jan'.repeat(2e5)}).reply)
t('on lines',()=>splitReply({text:'On 1 Jan 2024 10:00\n'.repeat(1e5)}).reply)
t('on lines:',()=>splitReply({text:'On 1 Jan 2024 10:00 a wrot:\n'.repeat(1e5)}).reply)
t('under',()=>splitReply({text:'_'.repeat(2e6)}).reply)
t('under lines',()=>splitReply({text:'________\n\n'.repeat(2e5)}).reply)
t('from lines',()=>splitReply({text:'From: x\n\n'.repeat(2e5)}).reply)
t('from lines2',()=>splitReply({text:'From: x\n y\n'.repeat(2e5)}).reply)
t('dash lines',()=>splitReply({text:'--\n\n\n'.repeat(2e5)}).reply)
t('sent lines',()=>splitReply({text:'hello\nSent from my iPhone\n\n\n'.repeat(2e5)}).reply)
t('spaces',()=>splitReply({text:' '.repeat(2e6)+'x'}).reply)
t('spaces lines',()=>splitReply({text:(' '.repeat(2000)+'x\n').repeat(1000)}).reply)
t('dashes lines',()=>splitReply({text:('-=_*'.repeat(28)+'x\n').repeat(20000)}).reply)
t('regards',()=>splitReply({text:'x\n'+'Regards,\n\n'.repeat(100000)}).reply)
t('mix quotes',()=>splitReply({text:'x\n> a\n'.repeat(100000)}).reply)
