#!/bin/bash
# Dovecot on 127.0.0.1:11143 with one user, an@example.test / matkhau, whose Maildir is filled by the tests.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
D=$STATE/dovecot
if [ "${1:-}" = stop ]; then
  [ -s "$D/run/master.pid" ] && kill "$(cat "$D/run/master.pid")" 2>/dev/null || true
  exit 0
fi
ensure_packages dovecot-core dovecot-imapd
mkdir -p "$D/run" "$D/mail/an"
id vmailapps >/dev/null 2>&1 || useradd -r -M -s /usr/sbin/nologin -d "$D/mail" vmailapps
cat >"$D/dovecot.conf" <<C
base_dir = $D/run
state_dir = $D/run
log_path = $LOGS/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_username_format = %Lu
mail_location = maildir:$D/mail/%n
first_valid_uid = 1
default_internal_user = dovecot
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u $D/users
}
userdb {
  driver = static
  args = uid=vmailapps gid=vmailapps home=$D/mail/%n
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Drafts {
    auto = subscribe
    special_use = \\Drafts
  }
  mailbox Sent {
    auto = subscribe
    special_use = \\Sent
  }
  mailbox Trash {
    auto = subscribe
    special_use = \\Trash
  }
}
service imap-login {
  inet_listener imap {
    address = 127.0.0.1
    port = 11143
  }
  inet_listener imaps {
    port = 0
  }
}
C
printf 'an@example.test:{PLAIN}matkhau\n' >"$D/users"
chmod 644 "$D/users"
chmod 755 "$D" "$D/mail"
chown -R vmailapps:vmailapps "$D/mail"
alive "$D/run/master.pid" || (close_files && dovecot -c "$D/dovecot.conf")
wait_port 11143
