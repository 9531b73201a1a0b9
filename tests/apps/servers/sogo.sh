#!/bin/bash
# SOGo (Debian) on http://127.0.0.1:18082/SOGo/, user an / matkhau, on Dovecot and a private PostgreSQL.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
S=$STATE/sogo P=$STATE/postgres
if [ "${1:-}" = stop ]; then
  for name in sogo-proxy sogod memcached; do stop $name; done
  [ -d "$P/data" ] && su postgres -s /bin/bash -c "$(ls -d /usr/lib/postgresql/*/bin | tail -1)/pg_ctl -D $P/data -m fast stop" >/dev/null || true
  exit 0
fi
ensure_packages sogo memcached postgresql curl
bash "$HERE/dovecot.sh"
mkdir -p "$P"
chown postgres "$P"
B=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
as_postgres() { (close_files && su postgres -s /bin/bash -c "cd /; $1" >>"$LOGS/postgres.log" 2>&1); }
[ -d "$P/data" ] || as_postgres "$B/initdb -A trust -U postgres -E UTF8 --no-locale --no-sync -D $P/data"
as_postgres "$B/pg_ctl -D $P/data status" ||
  as_postgres "$B/pg_ctl -D $P/data -w -l $P/log -o '-c listen_addresses=127.0.0.1 -p 15432 -c unix_socket_directories=$P -c fsync=off -c shared_buffers=32MB' start"
sql() { psql -q -h 127.0.0.1 -p 15432 "$@"; }
sql -U postgres -tc "select 1 from pg_database where datname = 'sogo'" | grep -q 1 ||
  sql -U postgres -c 'create role sogo login' -c "create database sogo owner sogo encoding 'UTF8'"
sql -U sogo sogo <<Q 2>/dev/null
create table if not exists sogo_users(c_uid varchar(60) primary key, c_name varchar(60), c_password varchar(60), c_cn varchar(120), mail varchar(120));
insert into sogo_users values('an', 'an', 'matkhau', 'An', 'an@example.test') on conflict do nothing;
Q
mkdir -p "$S/home" "$S/spool"
chown -R sogo:sogo "$S"
start memcached setpriv --reuid sogo --regid sogo --clear-groups memcached -l 127.0.0.1 -p 18084 -U 0 -m 32
DB=postgresql://sogo:x@127.0.0.1:15432/sogo
USERS='({type=sql;id=users;viewURL="'$DB/sogo_users'";canAuthenticate=YES;isAddressBook=YES;displayName="Users";userPasswordAlgorithm=plain;IMAPLoginFieldName=mail;})'
# Six workers: with fewer it drops connections while it forks.
start sogod setpriv --reuid sogo --regid sogo --init-groups env HOME="$S/home" LC_ALL=C.UTF-8 /usr/sbin/sogod \
  -WONoDetach YES -WOWorkersCount 6 -WOPort 127.0.0.1:18083 -WOLogFile - -WOPidFile "$S/spool/sogod.pid" \
  -SOGoProfileURL $DB/sogo_user_profile -OCSFolderInfoURL $DB/sogo_folder_info \
  -OCSSessionsFolderURL $DB/sogo_sessions_folder -OCSEMailAlarmsFolderURL $DB/sogo_alarms_folder \
  -SOGoUserSources "$USERS" -SOGoIMAPServer imap://127.0.0.1:11143 -SOGoSMTPServer smtp://127.0.0.1:1 \
  -SOGoSieveScriptsEnabled NO -SOGoMemcachedHost 127.0.0.1:18084 -SOGoLanguage English \
  -SOGoTimeZone Asia/Ho_Chi_Minh -SOGoRefreshViewCheck every_minute -SOGoPageTitle SOGo -SxVMemLimit 512 \
  -SOGoMailSpoolPath "$S/spool" -SOGoLoginModule Mail -SOGoMailComposeMessageType html
start sogo-proxy node "$HERE/sogo-proxy.mjs" 18082 18083 sogo.apps.example
wait_http http://127.0.0.1:18083/SOGo/
wait_http http://127.0.0.1:18082/SOGo/
