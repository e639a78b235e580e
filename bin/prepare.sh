# What every verb in bin/ needs first. Sourced, never run: sets ROOT and NODE, and installs what is missing.
# Works with Node 20 or newer on any Linux, as root or not; needs no compiler and runs no install scripts.
set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"

say() { printf '%s\n' "noroshi: $*" >&2; }
fail() {
  say "$*"
  exit 1
}

major_of() { "$1" -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0; }

# Shows that a long step is alive: a line that counts on a terminal, a line at both ends elsewhere.
# `patiently WORDS LOGFILE COMMAND…` returns what the command returns; its output goes to the log file.
patiently() {
  local words="$1" log="$2" since=$SECONDS job
  shift 2
  [ -t 2 ] || say "$words …"
  "$@" >"$log" 2>&1 &
  job=$!
  while kill -0 "$job" 2>/dev/null; do
    if [ -t 2 ]; then printf '\rnoroshi: %s … %ds ' "$words" "$((SECONDS - since))" >&2; fi
    sleep 0.5
  done
  if wait "$job"; then
    if [ -t 2 ]; then printf '\r' >&2; fi
    say "$words: done in $((SECONDS - since))s"
    return 0
  fi
  if [ -t 2 ]; then printf '\n' >&2; fi
  return 1
}

digest() {
  if command -v sha256sum >/dev/null; then sha256sum "$1" | cut -d' ' -f1; else shasum -a 256 "$1" | cut -d' ' -f1; fi
}

# A lock file made where the registry knows fewer platforms lacks their optional packages, and `npm ci` refuses it whole.
# `npm install --no-save` then takes every locked version and leaves the lock file as it is.
npm_install() {
  local flags=(--ignore-scripts --no-audit --no-fund --loglevel=error) said
  cd "$ROOT"
  said="$(npm ci "${flags[@]}" 2>&1)" && return
  case "$said" in
    *EUSAGE*) npm install --no-save "${flags[@]}" ;;
    *)
      printf '%s\n' "$said"
      return 1
      ;;
  esac
}

install_dependencies() {
  local stamp="$ROOT/node_modules/.noroshi-lock" mark="$ROOT/node_modules/.package-lock.json" wanted log
  wanted="$(digest "$ROOT/package-lock.json")"
  if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then return; fi
  # Somebody ran npm by hand after the lock file changed: nothing to do but to remember it.
  if [ -f "$mark" ] && [ ! "$ROOT/package-lock.json" -nt "$mark" ]; then
    printf '%s\n' "$wanted" >"$stamp" 2>/dev/null || true
    return
  fi
  command -v npm >/dev/null || fail "npm is missing. Install Node.js 20 or newer (https://nodejs.org) with npm, then run this again."
  log="$(mktemp)"
  if ! patiently "installing dependencies" "$log" npm_install; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    fail "the dependencies could not be installed. Is the network there?"
  fi
  rm -f "$log"
  printf '%s\n' "$wanted" >"$stamp"
}

# Node 24 comes with the dependencies; the machine's own is used where that one does not run.
pick_node() {
  local own="$ROOT/node_modules/.bin/node" theirs
  theirs="$(command -v node || true)"
  if [ -x "$own" ] && [ "$(major_of "$own")" -ge 24 ]; then
    NODE="$own"
  elif [ -n "$theirs" ] && [ "$(major_of "$theirs")" -ge 24 ]; then
    NODE="$theirs"
  else
    fail "Node.js 24 is needed, and neither npm's build of it runs here nor is the machine's ${theirs:-(none)} new enough. Install Node.js 24 (https://nodejs.org)."
  fi
}

if [ ! -x "$ROOT/node_modules/.bin/node" ]; then
  command -v node >/dev/null || fail "Node.js is missing. Install Node.js 20 or newer (https://nodejs.org), then run this again."
  [ "$(major_of node)" -ge 20 ] || fail "Node.js $(node --version) is too old. Install Node.js 20 or newer (https://nodejs.org), then run this again."
fi
install_dependencies
pick_node
