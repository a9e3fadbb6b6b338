import { readEmail } from "./read-email"
const B=(s:string)=>Buffer.from(s,'latin1')
async function main(){
 const nest=(n:number)=>{let h='From: a@b.c\r\n';let s='';for(let i=0;i<n;i++)s+=`Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`;return h+s+'Content-Type: text/plain\r\n\r\nhello'}
 const tests:[string,()=>Buffer][]=[
 ['nest 200',()=>B(nest(200))],['nest 1000',()=>B(nest(1000))],['nest 10000',()=>B(nest(10000))],
 ['parts 10k',()=>B('From: a@b.c\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n'+'--b\r\nContent-Type: text/plain\r\n\r\nhi\r\n'.repeat(10000))],
 ['parts 100k',()=>B('From: a@b.c\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n'+'--b\r\n\r\nhi\r\n'.repeat(100000))],
 ['attachments 20k',()=>B('From: a@b.c\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n'+'--b\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nhi\r\n'.repeat(20000))],
 ['header 5MB',()=>B('From: a@b.c\r\nX-A: '+'x'.repeat(5e6)+'\r\nSubject: hi\r\n\r\nbody')],
 ['headers 100k',()=>B('X-A: b\r\n'.repeat(100000)+'From: a@b.c\r\n\r\nbody')],
 ['headers 1M',()=>B('X-A: b\r\n'.repeat(1000000)+'From: a@b.c\r\n\r\nbody')],
 ['from 270KB',()=>B('From: '+'a@b(c)@b'.repeat(34000)+'\r\n\r\nbody')],
 ['recipients 100k',()=>B('From: a@b.c\r\nTo: '+'a@b.cd, '.repeat(100000)+'\r\n\r\nbody')],
 ['groups 50k',()=>B('From: a@b.c\r\nTo: '+'g:'.repeat(50000)+'\r\n\r\nbody')],
 ['references 1MB',()=>B('From: a@b.c\r\nReferences: '+'<aaaaaa@bbbb>'.repeat(80000)+'\r\n\r\nbody')],
 ['words 60k',()=>B('From: a@b.c\r\nSubject: '+'=?utf-8?Q?a?= '.repeat(60000)+'\r\n\r\nbody')],
 ['rfc2231 20k',()=>B('From: a@b.c\r\nContent-Type: application/x'+Array.from({length:20000},(_,i)=>`;\r\n name*${i}*=a`).join('')+'\r\n\r\nbody')],
 ['rfc822 500',()=>{let s='From: a@b.c\r\n\r\nhi';for(let i=0;i<500;i++)s='From: a@b.c\r\nContent-Type: message/rfc822\r\n\r\n'+s;return B(s)}],
 ['zip 25MB',()=>B('From: a@b.c\r\nContent-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\n'+Buffer.alloc(25e6,7).toString('base64').replace(/.{76}/g,'$&\r\n'))],
 ['empty',()=>B('')],['headers only',()=>B('From: a@b.c')],
 ['newlines 50MB',()=>Buffer.alloc(50e6,10)],['newlines body 10MB',()=>B('From: a@b.c\n\n'+'\n'.repeat(1e7))],
 ['text 20MB',()=>B('From: a@b.c\n\n'+'hello world this is a line of text\n'.repeat(600000))],
 ['> 100k',()=>B('From: a@b.c\n\n'+'>'.repeat(1e5))],['On 1 Jan',()=>B('From: a@b.c\n\n'+'On 1 Jan '.repeat(15000))],['_100k',()=>B('From: a@b.c\n\n'+'_'.repeat(1e5))],
 ['nul 10MB',()=>Buffer.concat([B('From: a@b.c\n\n'),Buffer.alloc(1e7)])],
 ['random 5MB',()=>{const b=Buffer.alloc(5e6);let x=1;for(let i=0;i<b.length;i++){x=(x*1103515245+12345)&0x7fffffff;b[i]=x>>16}return Buffer.concat([B('From: a@b.c\nContent-Type: text/html\n\n'),b])}],
 ['div 5k',()=>B('From: a@b.c\nContent-Type: text/html\n\n'+'<div>'.repeat(5000))],
 ['table 4.75MB',()=>B('From: a@b.c\nContent-Type: text/html\n\n'+'<table><tr><td>x</td></tr></table>'.repeat(140000))],
 ['html 900KB table',()=>B('From: a@b.c\nContent-Type: text/html\n\n'+'<table><tr><td>x</td></tr></table>'.repeat(26000))],
 ['html 1MB script',()=>B('From: a@b.c\nContent-Type: text/html\n\n'+'<script>'.repeat(120000))],
 ['parts html 2000',()=>B('From: a@b.c\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n'+'--b\r\nContent-Type: text/html\r\n\r\n<p>hi</p>\r\n'.repeat(2000))],
 ['boundary many',()=>B('From: a@b.c\r\nContent-Type: multipart/mixed; boundary=zzz\r\n\r\n'+'--a\r\nContent-Type: multipart/mixed\r\n\r\n'.repeat(20000))],
 ['status 1MB',()=>B('From: mailer-daemon@b.c\r\nReturn-Path: <>\r\nSubject: failure notice\r\n\r\n'+'<a@b.cd>: 550 5.1.1 user unknown\n'.repeat(30000))],
 ['received: 1MB',()=>B('From: mailer-daemon@b.c\r\nReturn-Path: <>\r\nSubject: failure notice\r\n\r\n'+'Received: \n'.repeat(100000))],
 ['dash 1MB daemon',()=>B('From: mailer-daemon@b.c\r\nReturn-Path: <>\r\nSubject: failure notice\r\n\r\n'+'-'.repeat(1e6)+'original')],
 ['dash lines daemon',()=>B('From: mailer-daemon@b.c\r\nReturn-Path: <>\r\nSubject: failure notice\r\n\r\n'+('-'.repeat(1000)+'\n').repeat(1000))],
 ['utf7',()=>B('From: a@b.c\r\nContent-Type: text/html; charset=utf-7\r\n\r\n'+'+ADw-script+AD4-alert(1)'.repeat(20000))],
 ['auth results',()=>B('Authentication-Results: '+'('.repeat(100000)+'\r\nFrom: a@b.c\r\n\r\nhi')],
 ['subject fw',()=>B('From: a@b.c\r\nSubject: '+'Fwd: '.repeat(100000)+'\r\n\r\nhi')],
 ['date long',()=>B('From: a@b.c\r\nDate: '+'1 '.repeat(100000)+'\r\n\r\nhi')],
 ['many from hdr lines',()=>B('From: a@b.c\r\nSubject: Fwd: x\r\n\r\n'+'From: a\n'.repeat(100000))],
 ]
 for(const [n,f] of tests){const raw=f();const t=performance.now();const e=await readEmail(raw);const ms=performance.now()-t;console.log(ms>1000?'SLOW':'    ',n.padEnd(20),ms.toFixed(0).padStart(6),'ms',raw.length,e.from?.address,e.subject.length,e.text.length,e.html?.length,e.attachments.length,JSON.stringify(e.problems).slice(0,150), (process.memoryUsage().rss/1e6|0)+'MB')}
}
main()
