#!/bin/sh
# Takes what an assistant's hook tells on standard input, to be posted to $1. The assistant waits for it: it makes a record
# of it (see spool.sh) and goes; the record is delivered in the background. Says nothing, and always ends well.
set -u
umask 077
export LC_ALL=C
exec >/dev/null 2>&1

scripts=${0%/*}
. "$scripts/config.sh"
. "$scripts/record.sh"

# Sets seconds and moment by the machine's clock; systems without nanoseconds leave an N there.
look_at_clock() {
  moment=$(date -u +%s:%Y-%m-%dT%H:%M:%S.%N)
  seconds=${moment%%:*}
  moment=${moment#*:}
  case $moment in
  *N) moment=${moment%.*} ;;
  esac
  moment=${moment}Z
}

# Adds a header to head, if it has a value and the value is one line.
add_header() {
  case $2 in
  '' | *"$new_line"*) ;;
  *) head=$head$1:\ $2$new_line ;;
  esac
}

# Sets head to what a record says of the payload.
describe() {
  look_at_boot
  look_at_clock
  head="path: $1${new_line}at: $seconds $boot $uptime${new_line}bytes: ${#payload}$new_line"
  add_header Aidis-Occurred-At "$moment"
  add_header Aidis-Owner "${AIDIS_OWNER-}"
  add_header Aidis-Workspace "${AIDIS_WORKSPACE-}"
  add_header Aidis-Machine "${AIDIS_MACHINE-}"
  add_header Aidis-Project "${AIDIS_PROJECT-}"
}

# Writes the record durably. Fails if there is no room, or the spool has reached its size.
keep() {
  [ ! -e "$spool/full" ] || return 1
  [ -d "$spool/new" ] && [ -d "$spool/tmp" ] || mkdir -p "$spool/new" "$spool/tmp" "$spool/rejected" || return 1
  name=$seconds.${moment##*[:.]}.$$
  # dd writes nothing here: it asks the system to write the file to the disk.
  printf '%s\n%s' "$head" "$payload" >"$spool/tmp/$name" &&
    dd if=/dev/null of="$spool/tmp/$name" conv=notrunc,fsync &&
    mv "$spool/tmp/$name" "$spool/new/$name" && return
  rm -f "$spool/tmp/$name"
  return 1
}

# Runs spool.sh out of reach of the terminal and of whoever started this program, with this one's input.
in_background() {
  {
    if command -v setsid; then
      setsid sh "$scripts/spool.sh" "$1" <&3 3<&- &
    else
      nohup sh "$scripts/spool.sh" "$1" <&3 3<&- &
    fi
  } 3<&0
}

payload=$(cat)
[ -n "$payload" ] || exit 0
load_config
describe "$1"
keep || printf '%s\n%s' "$head" "$payload" | in_background tell
# Also if nothing could be kept: what waits takes the room.
in_background background </dev/null
exit 0
