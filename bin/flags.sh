# Reads the flags that bin/start and bin/dev share. Sourced: `read_flags VERB "$@"` fills ARGS and PORT, or says what is
# wrong and ends with 2. A folder is meant from where the caller stands.

usage() {
  cat >&2 <<WORDS
usage: $1 [--demo] [--data DIR] [--port N]

  --demo      add a fictitious world to look at; DIR/demo-keys.json then holds a key for each persona
  --data DIR  the data folder (./data unless given)
  --port N    the port on 127.0.0.1 (4014 unless given)

DATABASE_URL and NOROSHI_SECRET: use a PostgreSQL of your own instead of the one in the data folder.
WORDS
}

refuse() {
  printf 'noroshi: %s\n\n' "$2" >&2
  usage "$1"
  exit 2
}

read_flags() {
  local verb="$1"
  shift
  ARGS=()
  PORT=4014
  while [ $# -gt 0 ]; do
    case "$1" in
      --demo) ARGS+=(--demo) ;;
      --data=* | --port=*)
        set -- "${1%%=*}" "${1#*=}" "${@:2}"
        continue
        ;;
      --data)
        case "${2-}" in
          '' | -*) refuse "$verb" '--data needs a folder' ;;
          /*) ARGS+=(--data "$2") ;;
          *) ARGS+=(--data "$PWD/$2") ;;
        esac
        shift
        ;;
      --port)
        [[ "${2-}" =~ ^[0-9]{1,5}$ ]] && [ "$((10#$2))" -le 65535 ] || refuse "$verb" '--port needs a number from 0 to 65535'
        PORT="$((10#$2))"
        ARGS+=(--port "$PORT")
        shift
        ;;
      -h | --help)
        usage "$verb"
        exit 0
        ;;
      *) refuse "$verb" "unknown: $1" ;;
    esac
    shift
  done
}
