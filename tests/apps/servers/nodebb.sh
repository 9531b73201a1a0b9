#!/bin/bash
# NodeBB 1.4.0 (npm; the newest there) with Redis (Debian) on http://127.0.0.1:18093; admin / matkhau123.
# It runs on the Node of its time and is old: loopback only.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
B=$STATE/nodebb
if [ "${1:-}" = stop ]; then stop nodebb; stop redis; exit 0; fi
ensure_packages redis-server curl
mkdir -p "$B/redis" "$B/node12"
N=$B/node12/node_modules/node/bin/node
[ -x "$N" ] || (cd "$B/node12" && echo '{"private":true,"allowScripts":{"node":true}}' >package.json && npm install --no-audit --no-fund --loglevel=error node@12.22.12)
[ -e "$B/package/app.js" ] || (cd "$B" && npm pack --loglevel=error nodebb@1.4.0 >/dev/null && tar xzf nodebb-1.4.0.tgz)
[ -e "$B/package/node_modules/.package-lock.json" ] ||
  (cd "$B/package" && npm install --no-audit --no-fund --loglevel=error --omit=dev --omit=optional --ignore-scripts --legacy-peer-deps)
start redis redis-server --bind 127.0.0.1 --port 16379 --save "" --appendonly no --dir "$B/redis"
wait_port 16379
cd "$B/package"
if [ "$(redis-cli -p 16379 exists config)" != 1 ] || [ ! -e config.json ]; then
  PATH=$(dirname "$N"):$PATH "$N" app --setup='{"url":"http://nodebb.apps.example","secret":"abcdef","database":"redis","port":"18093","redis:host":"127.0.0.1","redis:port":"16379","redis:password":"","redis:database":"0","admin:username":"admin","admin:password":"matkhau123","admin:password:confirm":"matkhau123","admin:email":"admin@example.test"}' </dev/null >>"$LOGS/nodebb-setup.log" 2>&1
  "$N" -e 'const f = "config.json", c = JSON.parse(fs.readFileSync(f)); c.bind_address = "127.0.0.1"; c.port = "18093"; fs.writeFileSync(f, JSON.stringify(c))'
  # This plugin downloads pictures when it starts.
  redis-cli -p 16379 zrem plugins:active nodebb-plugin-emoji-one nodebb-plugin-emoji-extended >/dev/null
  redis-cli -p 16379 hset config postDelay 0 initialPostDelay 0 newbiePostDelay 0 usePagination 0 defaultLang vi >/dev/null
fi
mkdir -p public/uploads/{sounds,category,profile,files,system}
start nodebb env NODE_ENV=production PATH="$(dirname "$N"):$PATH" "$N" app.js
wait_http http://127.0.0.1:18093/
