# Helpers of the server scripts; sourced. State lies under $STATE (.apps by default), everything listens on loopback.
export DEBIAN_FRONTEND=noninteractive
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export STATE=${STATE:-$(cd "$HERE/../../.." && pwd)/.apps}
export RUN=$STATE/run LOGS=$STATE/logs
mkdir -p "$RUN" "$LOGS"
chmod 755 "$STATE"

say() { printf '%s\n' "$*"; }

# Installs the packages that are missing; starts no service.
ensure_packages() {
  local missing=() package
  for package in "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  local policy=/usr/sbin/policy-rc.d made=0
  [ -e $policy ] || { printf '#!/bin/sh\nexit 101\n' >$policy && chmod +x $policy && made=1; }
  ls /var/lib/apt/lists/*Packages* >/dev/null 2>&1 || apt-get -o DPkg::Lock::Timeout=300 update -qq
  local done=1
  apt-get -o DPkg::Lock::Timeout=300 -y --no-install-recommends -o Dpkg::Options::=--force-confold \
    install "${missing[@]}" >>"$LOGS/apt.log" 2>&1 && done=0
  [ $made = 1 ] && rm -f $policy
  [ $done = 0 ] || tail -3 "$LOGS/apt.log"
  return $done
}

# Closes every inherited file but the standard three.
close_files() {
  local file
  for file in /proc/self/fd/*; do
    file=${file##*/}
    [ "$file" -gt 2 ] && eval "exec $file>&-"
  done
  return 0
}

alive() { [ -s "$1" ] && kill -0 "$(cat "$1")" 2>/dev/null; }

# start NAME COMMAND...: detached, in a process group of its own, with none of the caller's files open: a lock that the
# caller holds must not live on in a server.
start() {
  local name=$1
  shift
  alive "$RUN/$name.pid" && return 0
  (
    close_files
    exec setsid "$@" >>"$LOGS/$name.log" 2>&1 </dev/null
  ) &
  echo $! >"$RUN/$name.pid"
}

# Ends what start began, with its whole group.
stop() {
  local file=$RUN/$1.pid leader
  [ -s "$file" ] || return 0
  leader=$(cat "$file")
  kill -- "-$leader" 2>/dev/null || kill "$leader" 2>/dev/null || true
  for _ in $(seq 1 20); do kill -0 "$leader" 2>/dev/null || break; sleep 0.2; done
  kill -9 -- "-$leader" 2>/dev/null || true
  rm -f "$file"
}

# Waits until an address answers, or a port is open.
wait_http() {
  for _ in $(seq 1 120); do curl -s -o /dev/null --max-time 5 "$1" && return 0; sleep 0.5; done
  say "no answer from $1"
  return 1
}
wait_port() {
  for _ in $(seq 1 120); do (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null && return 0; sleep 0.25; done
  say "port $1 is not open"
  return 1
}
