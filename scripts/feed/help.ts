export const HELP = `Makes and keeps a feed: signed lists that any web server can give to browsers.

  npm run feed -- init DIR         keys, draft and first publication. --from FOLDER: lists to begin with (default: those
                                   that come with the extension); --name NAME; --root-keys N --threshold M,
                                   --targets-keys N --targets-threshold M: M of N keys must sign
  npm run feed -- keys DIR         who signs, and keys that nobody uses. --rotate ROLE: new keys for root, targets,
                                   snapshot or timestamp. --role ROLE --use PUBLIC,PUBLIC --threshold M: these keys
                                   --renew: the root, with the same keys, for another year. Dates of all roles are printed
                                   --export FOLDER: the keys of timestamp and snapshot, for a server that runs refresh
  npm run feed -- keys --make-key FOLDER    a key of one's own; prints its public half
  npm run feed -- add DIR NUMBER   --category C --vi TEXT --en TEXT --publisher P --url URL [--authority A] [--date DAY]
                                   [--strength strong|weak]
  npm run feed -- edit DIR NUMBER...    sets --category, --publisher, --vi, --en, --authority, --url, --date, --strength of
                                   their entries, or of all that --where chooses; fields that are not given stay
  npm run feed -- remove DIR NUMBER...   takes numbers out, or the entries that --where chooses
  npm run feed -- search DIR [TEXT]   entries of the draft by digits or words, or by --where; of one number also whether it
                                   is official, what the compact set says, and why it is listed
                                   --where FIELD=VALUE, several narrow it down: category, publisher, text, from and to (days),
                                   state (kept, added, changed, removed by the draft)
  npm run feed -- import DIR FILE  a table (.csv, .tsv, .txt, .xlsx), evidence that people saved (.zip, or its
                                   evidence.json), a reported list (.json) or one entry a line (.jsonl). --columns
                                   number=Số: names of columns, or their places (number=1); --head N: the line that names them,
                                   where it is not found below titles, 0 where none does; --sheet NAME: of a workbook, else the
                                   first that has rows; --category, --publisher ...: what rows leave out. Rows of a table that
                                   are wrong, short codes or official numbers are named and left out
                                   --compact: add, edit, remove, import and search are of the compact set of millions
                                   instead. A number there has --category C, --first and --last MONTH (2026-03), --count N,
                                   --status reported|confirmed|disputed|reassigned; a table has columns of these names,
                                   --where knows category, status, from and to (months of the last report)
  npm run feed -- pull DIR [FROM]  takes into the draft what others published: in DIR/public, or at FROM, an address or a
                                   folder, which then becomes DIR/public. Signatures are verified before. What both
                                   changed in other ways is named, and nothing is written until --ours ID or --theirs ID
                                   chooses for each; "all" is every other one. --fingerprint SHA256: for a new folder, or
                                   one that an older version made
  npm run feed -- diff DIR         what the draft changes. --proposal FILE: what a proposal changes
  npm run feed -- history DIR [NUMBER]    what each publication changed, and why; of a number, why it is listed. add, edit,
                                   remove, import and rollback keep why: --why TEXT, --source TEXT (a letter, a page), --who
                                   NAME; so does pull of what --ours keeps, and sign of all that nothing was said of, entries
                                   of the directory and of the packs among it. Nothing of it is published
  npm run feed -- rollback DIR VERSION    makes the draft what an old version published, numbers, lists and name, to be signed
                                   as a new one. The compact set stays. --allow draft | list | compact: says yes to losing
                                   what the draft changes, to lists that go, to a compact set that was another one
  npm run feed -- sign DIR         publishes the draft as a new version. Where signatures of others are needed, it leaves
                                   a file to hand on (DIR/proposal.json). --proposal FILE: signs such a file, and takes
                                   what it publishes into the draft. --withdraw: takes back the one that waits. Refused
                                   where others published since: pull first. --again: also a draft that changes nothing
  npm run feed -- refresh DIR      signs new dates; for cron, daily. Code 0 as long as browsers take what is signed; what comes
                                   near its end is named on the error stream
                                   --again: the snapshot too, past a version whose file is in the way on the server
  npm run feed -- publish DIR --to URL    brings DIR/public to a WebDAV folder, or with --s3 to a bucket (--region R), the
                                   timestamp last, and reads it back. Refused where somebody else published there: pull first.
                                   What broke off goes on at the next call. Login: USER:PASSWORD, of a bucket
                                   ACCESS-KEY:SECRET-KEY, in CANH_GIAC_PUBLISH_LOGIN or the file of --login-file; of a bucket
                                   AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY as well. --over: also over what is not known
                                   here, where pull refuses it as older
  npm run feed -- prune DIR        deletes files that no publication of the last 30 days needs (--days N)
  npm run feed -- verify PLACE     reads DIR, or the feed at an address, as a browser does. --fingerprint SHA256
  npm run feed -- serve DIR        serves it on loopback. --port N (default 8787)
  npm run feed -- export DIR       writes the published lists as the files that come with an extension. --to FOLDER
  npm run feed -- sizes DIR        bytes of every file, and what 1, 100,000 and 30 million browsers cost

Everywhere: --json prints one JSON value; --keys PATH names a file or folder of secret keys instead of DIR/keys, and
CANH_GIAC_FEED_KEYS may hold secrets (PKCS #8 in base64, parted by blanks). The file of a holder, as the console makes it, is
one too: its passphrase stands in CANH_GIAC_FEED_PASSPHRASE or in the file of --passphrase-file. Secrets are never printed.
--allow official | removal | addition | list: says yes to reporting an official number (forged as caller id), to
removing more than a tenth of the numbers, to adding more than 500, to a list that the feed will not have any more. Short and emergency numbers are never reported.

DIR/keys is secret: keep it off the web server. DIR/public is what the web server gives.
Exit code: 0 done, 1 refused, 2 the call is wrong, 3 signatures of others are missing (of refresh: a date is over), 4 say --allow, 5 choose with
--ours and --theirs (of sign: it is published, and the draft differs: pull).
`;
