/** Names of hosts whose meaning is common knowledge. Data only; each stands for itself and the names below it. */

/** Mailboxes that anybody opens under any name. */
export const FREE_MAIL: ReadonlySet<string> = new Set(
  (
    'gmail.com googlemail.com yahoo.com yahoo.com.vn ymail.com outlook.com outlook.com.vn hotmail.com live.com msn.com ' +
    'icloud.com me.com mac.com aol.com mail.com mail.ru bk.ru inbox.ru list.ru yandex.com yandex.ru proton.me pm.me ' +
    'protonmail.com tutanota.com tuta.io gmx.com gmx.net zoho.com zohomail.com qq.com 163.com 126.com duck.com'
  ).split(' '),
);

/** Services that send newsletters and wrap their links for many organisations: they neither clear nor contradict. */
export const MAILINGS: ReadonlySet<string> = new Set(
  (
    'sendgrid.net mailchimpapp.net mcsv.net list-manage.com mailgun.org mailgun.net amazonses.com awstrack.me mandrillapp.com ' +
    'sparkpostmail.com exacttarget.com sendinblue.com brevo.com getresponse.com hubspotemail.net hubspotlinks.com ' +
    'mailjet.com mktomail.com salesforce.com cmail19.com cmail20.com createsend.com rs6.net constantcontact.com ' +
    'customeriomail.com klaviyomail.com intercom-mail.com zendesk.com antsomi.com emailmarketing.vn'
  ).split(' '),
);

/** Sites that wrap every link that is posted on them or mailed through them. */
export const WRAPPERS: ReadonlySet<string> = new Set(
  't.co lnkd.in l.facebook.com lm.facebook.com l.instagram.com l.messenger.com safelinks.protection.outlook.com urldefense.com urldefense.proofpoint.com linkprotect.cudasvc.com google.com www.google.com slack-redir.net steamcommunity.com zalo.me'.split(
    ' ',
  ),
);

/** Shorteners that anybody uses: a short link hides its target, which many honest ones do too. */
export const SHORTENERS: ReadonlySet<string> = new Set(
  'bit.ly tinyurl.com goo.gl ow.ly is.gd v.gd cutt.ly rebrand.ly rb.gy shorturl.at shorturl.asia s.id t.ly tiny.cc bom.so byvn.net me2.do urlz.fr soo.gd qr.link clck.ru surl.li'.split(
    ' ',
  ),
);

/** Under these names anybody opens a site of their own: what stands before them is the site's name. */
export const HOSTING: ReadonlySet<string> = new Set(
  (
    'blogspot.com github.io gitlab.io pages.dev workers.dev web.app firebaseapp.com vercel.app netlify.app herokuapp.com ' +
    'onrender.com glitch.me weebly.com wixsite.com wordpress.com webflow.io azurewebsites.net cloudfront.net ngrok.io ' +
    'ngrok-free.app duckdns.org ddns.net 000webhostapp.com repl.co framer.app carrd.co myshopify.com r2.dev'
  ).split(' '),
);

/** Makers of apps who give installation files on their own sites. */
export const APP_MAKERS: ReadonlySet<string> = new Set(
  'f-droid.org telegram.org signal.org mozilla.org whatsapp.com google.com'.split(' '),
);

/** Bodies of the state under names of their own beside gov.vn, which nobody else can hold. */
export const STATE_HOSTS: readonly string[] = [
  'gov.vn',
  'chinhphu.vn',
  'quochoi.vn',
  'dangcongsan.vn',
  'dcs.vn',
];

/** Whether a host is one of the names or lies below one. O(labels). */
export function isUnder(host: string, names: ReadonlySet<string> | readonly string[]): boolean {
  const set = names instanceof Set ? names : new Set(names as readonly string[]);
  for (let at = 0; at >= 0; at = host.indexOf('.', at) + 1 || -1) if (set.has(host.slice(at))) return true;
  return false;
}
