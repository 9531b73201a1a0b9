#!/bin/bash
# Roundcube (Debian) on http://127.0.0.1:18081 for an@example.test; reached by tests as http://roundcube.apps.example.
# Its skin is the one of the user's settings: tests choose elastic or larry by ?_skin at log-in.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
if [ "${1:-}" = stop ]; then stop roundcube; stop roundcube-larry; exit 0; fi
ensure_packages roundcube-core roundcube-sqlite3 roundcube-skin-larry php-cli php-sqlite3 php-mbstring php-xml php-intl curl
bash "$HERE/dovecot.sh"
serve() { # serve NAME PORT SKIN
  local name=$1 port=$2 skin=$3
  local R=$STATE/$name
  mkdir -p "$R"/{config,temp,logs}
  cp -n /etc/roundcube/*.php "$R/config/" 2>/dev/null || true
  [ -e "$R/db.sqlite" ] || php -r '$d = new PDO("sqlite:'"$R"'/db.sqlite"); $d->exec(file_get_contents("/usr/share/roundcube/SQL/sqlite.initial.sql"));'
  cat >"$R/config/config.inc.php" <<C
<?php
\$config = [];
\$config['db_dsnw'] = 'sqlite:///$R/db.sqlite?mode=0646';
\$config['imap_host'] = '127.0.0.1:11143';
\$config['smtp_host'] = '127.0.0.1:1';
\$config['des_key'] = '0123456789abcdef01234567';
\$config['plugins'] = [];
\$config['skin'] = '$skin';
\$config['temp_dir'] = '$R/temp/';
\$config['log_dir'] = '$R/logs/';
\$config['language'] = 'vi_VN';
\$config['check_all_folders'] = false;
\$config['layout'] = 'widescreen';
\$config['htmleditor'] = 1;
\$config['prefer_html'] = true;
C
  start "$name" env ROUNDCUBE_CONFIG_DIR="$R/config" PHP_CLI_SERVER_WORKERS=4 \
    php -d error_log="$LOGS/$name-php.log" -d date.timezone=Asia/Ho_Chi_Minh \
    -S "127.0.0.1:$port" -t /var/lib/roundcube/public_html
  wait_http "http://127.0.0.1:$port/"
}
serve roundcube 18081 elastic
serve roundcube-larry 18085 larry
