#!/bin/bash
# Prosody (Debian) with Converse.js (npm) on http://127.0.0.1:18092; users an, sotttt / matkhau.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
X=$STATE/converse
if [ "${1:-}" = stop ]; then stop prosody; exit 0; fi
ensure_packages prosody curl
mkdir -p "$X/data" "$X/www"
if [ ! -d "$X/node_modules/converse.js" ]; then
  echo '{"private":true}' >"$X/package.json"
  (cd "$X" && npm install --no-audit --no-fund --loglevel=error --ignore-scripts --no-package-lock --omit=dev --omit=peer --omit=optional converse.js@14.0.0)
fi
ln -sfn "$X/node_modules/converse.js/dist" "$X/www/dist"
cp "$HERE/converse.html" "$X/www/index.html"
cat >"$X/prosody.cfg.lua" <<C
daemonize = false; run_as_root = true
data_path = "$X/data"; plugin_paths = {}; pidfile = "$X/data/prosody.pid"
modules_enabled = { "roster", "saslauth", "disco", "ping", "private", "vcard4", "vcard_legacy", "carbons", "mam", "blocklist", "bookmarks", "pep", "smacks", "http", "bosh", "websocket", "http_files" }
modules_disabled = { "s2s", "tls", "offline" }
allow_registration = false; c2s_require_encryption = false; allow_unencrypted_plain_auth = true
authentication = "internal_plain"; storage = "internal"
interfaces = { "127.0.0.1" }; local_interfaces = { "127.0.0.1" }
c2s_interfaces = { "127.0.0.1" }; c2s_ports = { 15222 }; c2s_direct_tls_ports = {}; s2s_ports = {}; legacy_ssl_ports = {}
http_interfaces = { "127.0.0.1" }; http_ports = { 18092 }; https_ports = {}; https_interfaces = {}
http_host = "127.0.0.1"; http_default_host = "127.0.0.1"
consider_websocket_secure = true; consider_bosh_secure = true
http_paths = { files = "/" }; http_files_dir = "$X/www"
cross_domain_websocket = true
log = { info = "*console" }
VirtualHost "example.test"
Component "muc.example.test" "muc"
  modules_enabled = { "muc_mam" }
  restrict_room_creation = false
  muc_room_default_public = true
  muc_room_default_persistent = true
  muc_room_locking = false
C
for user in an sotttt; do
  mkdir -p "$X/data/example%2etest/accounts"
  printf 'return {\n\t["password"] = "matkhau";\n};\n' >"$X/data/example%2etest/accounts/$user.dat"
done
chown -R prosody "$X/data"
start prosody setpriv --reuid prosody --regid prosody --clear-groups env HOME="$X/data" prosody --config "$X/prosody.cfg.lua" -F
wait_port 15222
wait_http http://127.0.0.1:18092/
