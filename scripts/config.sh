# What aidis is told about this machine's user: environment variables, else the file of `aidis config`.
# Sourced by aidis and scripts/spool.sh (POSIX sh). Starts no process where there is a HOME: it is read at each hook.

# As the command does: $HOME, and without it what the system's user list says.
[ -n "${HOME-}" ] || HOME=$(eval "echo ~$(id -un)")

aidis_config_dir=${XDG_CONFIG_HOME:-${HOME-}/.config}/aidis

# Sets AIDIS_URL, AIDIS_OWNER, AIDIS_MACHINE, AIDIS_WORKSPACE and AIDIS_PROJECT where the environment does not.
load_config() {
  [ -r "$aidis_config_dir/config" ] || return 0
  while IFS='=' read -r config_key config_value || [ -n "$config_key" ]; do
    case $config_key in
    url) AIDIS_URL=${AIDIS_URL:-$config_value} ;;
    owner) AIDIS_OWNER=${AIDIS_OWNER:-$config_value} ;;
    machine) AIDIS_MACHINE=${AIDIS_MACHINE:-$config_value} ;;
    workspace) AIDIS_WORKSPACE=${AIDIS_WORKSPACE:-$config_value} ;;
    project) AIDIS_PROJECT=${AIDIS_PROJECT:-$config_value} ;;
    esac
  done <"$aidis_config_dir/config"
}

# Sets token, empty where there is none.
load_token() {
  token=${AIDIS_TOKEN-}
  token_file=${AIDIS_TOKEN_FILE:-$aidis_config_dir/token}
  [ -n "$token" ] || [ ! -r "$token_file" ] || read -r token <"$token_file" || :
}

# Sets url: AIDIS_URL, else where the tracker of this home says that it runs, else where it would.
find_url() {
  url=${AIDIS_URL-}
  home=${AIDIS_HOME:-${XDG_DATA_HOME:-${HOME-}/.local/share}/aidis}
  if [ -z "$url" ] && [ -r "$home/run/tracker.json" ]; then
    while IFS= read -r tracker_line || [ -n "$tracker_line" ]; do
      case $tracker_line in
      *'"pid"'*) pid=${tracker_line#*'"pid"'} pid=${pid#*:} pid=${pid%%[,\}]*} ;;
      esac
      case $tracker_line in
      *'"http"'*) url=${tracker_line#*'"http"'} url=${url#*'"'} url=${url%%'"'*} ;;
      esac
    done <"$home/run/tracker.json"
    pid=${pid-} pid=${pid##* }
    kill -0 "${pid:-none}" 2>/dev/null || url=
  fi
  [ -n "$url" ] || url=http://127.0.0.1:${AIDIS_PORT:-7717}
  url=${url%/}
  case $url in
  http://127.* | http://localhost | http://localhost:* | http://\[::1\]*) remote= ;;
  *) remote=yes ;;
  esac
}
