#!/bin/sh
# Delivers what waits on this machine for a tracker: a directory of records, each a file, that hook.sh and the bridge fill.
#
#   spool.sh deliver       now: 0 if nothing is left, 3 if the tracker is away, 1 if something is left for another reason
#   spool.sh background    patiently: tries again for ten minutes while the tracker is away
#   spool.sh tell          from memory: posts the record on standard input, which could not be kept
#
# A record is written aside (tmp), made durable and then moved to new: whatever is in new is whole. It is removed once the
# tracker has acknowledged it, and sent again otherwise: ids are made from what a record says, so it counts once. A record
# that the tracker refuses goes to rejected, with the reason beside it. Its name begins with the time and ends with a dot and
# the process that writes it; a ~ behind that counts tries. A record is
#
#   path: /hooks/claude-code
#   at: 1782651600 4f1c… 123456     seconds since 1970; the boot and hundredths of a second since it, if known
#   bytes: 512                      of the body
#   Aidis-Occurred-At: 2026-06-28T13:00:00.123456789Z
#   …                               further headers; then an empty line and the body
set -u
umask 077
export LC_ALL=C

scripts=${0%/*}
. "$scripts/config.sh"
. "$scripts/record.sh"

# For how long the tracker is waited for, and for how long at most between two tries, in seconds.
patience=${AIDIS_SPOOL_PATIENCE:-600}
longest_pause=${AIDIS_SPOOL_PAUSE:-15}
# A tracker that fails ten times over a record will not take it.
most_tries=10

# Sets headers to those of the record whose first lines are on standard input, as of now. Sets path and bytes, and whose it is.
read_head() {
  headers="Content-Type: application/json${new_line}Expect:$new_line"
  machine=$here path= bytes= whose=
  while IFS= read -r head_line && [ -n "$head_line" ]; do
    case $head_line in
    'path: '*) path=${head_line#*: } ;;
    'bytes: '*) bytes=${head_line#*: } ;;
    'at: '*) add_age ${head_line#*: } ;;
    *) headers=$headers$head_line$new_line ;;
    esac
    case $head_line in
    Aidis-Machine:*) machine= whose=$whose$head_line ;;
    Aidis-Owner:*) whose=$whose$head_line ;;
    esac
  done
  whose=$whose/$machine
  [ -z "$machine" ] || headers=${headers}Aidis-Machine:\ $machine$new_line
  [ -z "$token" ] || headers=${headers}Authorization:\ Bearer\ $token$new_line
}

# Adds how long ago a record of second $1, boot $2 and uptime $3 was made: by the uptime, if this is still the same boot.
add_age() {
  look_at_boot
  if [ -n "$boot" ] && [ "$boot" = "${2-}" ]; then
    age=$(((uptime - $3) * 10))
  else
    age=$((($(date +%s) - $1) * 1000))
  fi
  # Below zero the clock was put back: then nobody knows.
  [ "$age" -lt 0 ] || headers=${headers}Aidis-Age-Ms:\ $age$new_line
}

# Posts standard input (a pipe) with headers to path, the answer into file $1. Prints the HTTP status, 000 if there is none.
# Headers do not stand in curl's arguments, which everybody can read: one may be a token.
post() {
  {
    printf '%s' "$headers" | sed 's/[\\"]/\\&/g; s/.*/header = "&"/' |
      curl -s -K - --proto =http,https --noproxy 'localhost,127.0.0.1,::1' --connect-timeout 2 --max-time 60 \
        --data-binary @/dev/fd/4 -o "$1" -w '%{http_code}' "$url$path"
  } 4<&0
}

# For what cannot be kept, as there is no room: posts it from memory. What does not arrive in three tries is counted.
tell() {
  exec >/dev/null 2>&1
  record=$(cat)
  look_at_tracker
  for pause in 2 20 0; do
    read_head <<RECORD
$record
RECORD
    case $(printf '%s' "$record" | sed '1,/^$/d' | post /dev/null) in
    202) ;;
    2?? | 4??) return ;;
    esac
    sleep "$pause"
  done
  printf . >>"$spool/dropped"
}

# Sets url and token, and here to what this machine is called: the name set now, for what was kept before it was, too. A
# local tracker knows its machine.
look_at_tracker() {
  load_config
  load_token
  find_url
  here=${AIDIS_MACHINE-}
  [ -n "$here" ] || [ -z "$remote" ] || here=$(uname -n)
}

# Puts record $1 aside, with the reason $2: it does not hold up the rest.
reject() {
  rejected=$spool/rejected/${1##*/}
  printf '%s\n' "$2" >"$rejected.reason"
  mv "$1" "$rejected" 2>/dev/null || rm -f "$rejected.reason"
}

# Counts a try of record $1, which the tracker failed over with status $2; the tries stand behind a ~ in its name.
count_try() {
  case ${1##*/} in
  *~*) tries=${1##*~} whole=${1%~*} ;;
  *) tries=0 whole=$1 ;;
  esac
  if [ $((tries + 1)) -ge "$most_tries" ]; then
    reject "$1" "HTTP $2 in $most_tries tries: $(cat "$reply")"
  else
    mv "$1" "$whole~$((tries + 1))" 2>/dev/null || :
  fi
}

# Removes what is done with.
remove() {
  rm -f "$1" 2>/dev/null || trouble="$1 cannot be removed: make $spool and all in it this user's (chown -R)"
}

# Whether the tracker has refused another record of this owner and machine: then it is of no use to send this one now.
is_refused() {
  case $new_line$refused in
  *"$new_line$whose$new_line"*) return 0 ;;
  esac
  return 1
}

# Delivers the record in file $1. Fails if the tracker is away: then it is of no use to try the others.
deliver_one() {
  [ -s "$1" ] || { remove "$1" && return; }
  : >"$reply"
  # Opened once: another process may deliver it at the same time, and remove it. curl wants a pipe, not a file to open again.
  status=unread
  { read_head && if is_refused; then status=refused; else status=$(cat | post "$reply"); fi; } 2>/dev/null <"$1" || :
  case $status in
  unread) [ ! -f "$1" ] || trouble="$1 cannot be read: make it this user's (chown), or remove it" ;;
  202) ;;
  2??) remove "$1" ;;
  401)
    trouble="the tracker at $url refuses the token (HTTP $status): see \`aidis config\`"
    return 1
    ;;
  # It is another owner's or machine's than the token; others need not be.
  403 | refused)
    forbidden=$((forbidden + 1))
    if [ "$status" = 403 ]; then
      refused=$refused$whose$new_line
      because=$(head -c 500 "$reply" | tr -d '[:cntrl:]')
    fi
    trouble="the tracker at $url refuses $forbidden of what waits, which this token is not for (HTTP 403: $because)"
    ;;
  404 | 405) trouble="what answers at $url does not know $path (HTTP $status)" ;;
  400 | 409 | 411 | 413 | 415 | 422 | 431) reject "$1" "HTTP $status: $(cat "$reply")" ;;
  500)
    left=yes
    count_try "$1" "$status"
    ;;
  *)
    trouble="the tracker at $url is away (HTTP $status)"
    return 1
    ;;
  esac
}

# Delivers all that waits, oldest first. Fails if something is left; trouble then says why.
deliver_all() {
  left= trouble= forbidden=0 refused=
  reply=$spool/tmp/reply.$$
  look_at_tracker
  recover
  for record in "$spool/new"/*; do
    [ -f "$record" ] || continue
    deliver_one "$record" || { left=away && break; }
    # Whatever the reason: else it would be tried again without a pause.
    [ ! -f "$record" ] || left=yes
  done
  rm -f "$reply"
  measure
  if [ -n "$trouble" ]; then printf '%s\n' "$trouble" >"$spool/trouble"; else rm -f "$spool/trouble"; fi
  [ -z "$left" ]
}

# What was being written when its writer was killed: a whole record goes to new, another one is put aside.
recover() {
  for record in "$spool/tmp"/*; do
    [ -f "$record" ] && ! kill -0 "${record##*.}" 2>/dev/null || continue
    case $record in
    */reply.*)
      rm -f "$record"
      continue
      ;;
    esac
    read_head 2>/dev/null <"$record" || continue
    if [ -n "$bytes" ] && [ "$(sed '1,/^$/d' "$record" | wc -c)" -ge "$bytes" ]; then
      mv "$record" "$spool/new/${record##*/}"
    else
      reject "$record" "cut off: the hook was killed while it wrote this"
    fi
  done
}

# Marks a spool that has reached its size, and makes room by what was rejected first.
measure() {
  size=$(du -sk "$spool" | cut -f 1)
  if [ "$size" -ge "$((${AIDIS_SPOOL_MAX_MB:-256} * 1024))" ]; then
    ls "$spool/rejected" | head -n 200 | while IFS= read -r record; do rm -f "$spool/rejected/$record"; done
    : >"$spool/full"
  else
    rm -f "$spool/full"
  fi
}

is_empty() {
  for record in "$spool/new"/*; do
    [ ! -f "$record" ] || return 1
  done
}

# Holds the spool for this process, so that not each hook's process waits for the same tracker. Two at once would do no
# harm. The system gives the lock back when its holder is killed; where there is no flock, an old lock counts as lost.
hold() {
  if command -v flock >/dev/null; then
    exec 9>"$spool/lock" && flock -n 9
  else
    mkdir "$spool/held" || { [ -n "$(find "$spool/held" -mmin +3)" ] && rmdir "$spool/held" && mkdir "$spool/held"; }
  fi
}

let_go() {
  exec 9>&-
  [ ! -d "$spool/held" ] || rmdir "$spool/held"
}

# Delivers what waits, and tries again while the tracker is away. Fails if something is left when the patience ends.
deliver_patiently() {
  waited=0 pause=1
  until deliver_all; do
    [ "$waited" -lt "$patience" ] || return 1
    sleep "$pause"
    [ ! -d "$spool/held" ] || touch "$spool/held"
    waited=$((waited + pause)) pause=$((pause * 2))
    [ "$pause" -le "$longest_pause" ] || pause=$longest_pause
  done
}

background() {
  exec >/dev/null 2>&1
  cd /
  while hold; do
    # What is started meanwhile must not hold the lock longer than this process.
    { deliver_patiently; delivered=$?; } 9>&-
    let_go
    # A hook that came after the last look has gone away again, as the spool was held.
    [ "$delivered" -eq 0 ] && ! is_empty || return 0
  done
}

case "${1-}" in
background) [ ! -d "$spool/new" ] || background ;;
tell) tell ;;
deliver)
  [ -d "$spool/new" ] || exit 0
  deliver_all && exit
  [ -z "$trouble" ] || printf 'aidis: %s\n' "$trouble" >&2
  [ "$left" = away ] && exit 3
  exit 1
  ;;
*)
  echo "spool.sh: deliver, background or tell, not '$*'" >&2
  exit 2
  ;;
esac
exit 0
