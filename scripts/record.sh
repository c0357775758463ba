# What is known of records by both who writes and who delivers them. Sourced by hook.sh and spool.sh (POSIX sh).

spool=${XDG_STATE_HOME:-${HOME-}/.local/state}/aidis/spool
new_line='
'

# Sets boot and uptime (hundredths of a second), which no change of the clock touches; empty where they are not known.
look_at_boot() {
  boot= uptime=
  { read -r boot </proc/sys/kernel/random/boot_id && read -r uptime _ </proc/uptime; } 2>/dev/null || boot=
  uptime=${uptime%.*}${uptime#*.}
}
