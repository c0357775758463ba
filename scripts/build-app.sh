# Builds cli/target/app and standalone/target/app, which the launcher runs from. Sourced by aidis (POSIX sh).

# Whether both are there and no source is newer than the one that is built first; the launcher too, whose options of the JVM are part of the
# ahead-of-time caches. Takes a few milliseconds: it is asked at each command.
is_app_built() {
  set -- "$1" "$1/cli/target/app/cli"-*.jar "$1/standalone/target/app/standalone"-*.jar
  [ -f "$2" ] && [ -f "$3" ] && [ -z "$(find "$1/aidis" "$1/pom.xml" "$1"/*/pom.xml "$1"/*/src/main -newer "$2" | head -n 1)" ]
}

# Whether the command line is built, from whatever sources.
has_cli() {
  set -- "$1/cli/target/app/cli"-*.jar
  [ -f "$1" ]
}

# Turns Maven's output on standard input into a line for each module.
show_build_progress() {
  downloads=0
  while IFS= read -r line; do
    case $line in
    *'Downloaded from'*)
      downloads=$((downloads + 1))
      [ $((downloads % 100)) -ne 0 ] || echo "         $downloads files downloaded"
      ;;
    '[INFO] Building '*'['*/*']')
      module=${line#'[INFO] Building '}
      echo "  [${line##*[} ${module%% *}"
      ;;
    esac
  done
}

# Whether who holds the lock directory $1 is gone; sets holder to its pid. One that was killed before it wrote its pid, which
# takes a moment, is gone too.
is_lock_lost() {
  holder=$(cat "$1/pid" 2>/dev/null)
  if [ -n "$holder" ]; then
    ! kill -0 "$holder" 2>/dev/null
  else
    [ -n "$(find "$1" -prune -mmin +1 2>/dev/null)" ]
  fi
}

# Says that the lock $1 cannot be had, and what to do.
cannot_lock() {
  echo "aidis: cannot write in ${1%/*}, where builds are: run this once as who may, or make the checkout writable" >&2
}

# Holds the lock directory $1 for this process, waiting for another build to end. Fails where none can be made.
lock_build() {
  mkdir -p "${1%/*}" 2>/dev/null
  vanished=0
  until mkdir "$1" 2>/dev/null; do
    if [ ! -d "$1" ]; then
      # Its holder may have let it go a moment ago, but not each time.
      vanished=$((vanished + 1))
      [ "$vanished" -lt 10 ] || { cannot_lock "$1"; return 1; }
    elif is_lock_lost "$1"; then
      rm -rf "$1" 2>/dev/null || { cannot_lock "$1"; return 1; }
    else
      [ -n "${waiting-}" ] || echo "Waiting for another build${holder:+ (pid $holder)}" >&2
      waiting=yes
      sleep 1
    fi
  done
  # Not $$: in a shell in the background that is the shell which started it.
  sh -c 'echo "$PPID"' >"$1/pid"
}

# Runs Maven in the directory $1, its whole output in $1/target/aidis-build.log.
run_build() {
  echo "Building AIDIS: once, and again when its sources change" >&2
  {
    (cd "$1" && ./mvnw -B -DskipTests -Dspotless.check.skip=true -pl cli,standalone -am package 2>&1)
    echo $? >"$1/target/aidis-build.status"
  } | tee "$1/target/aidis-build.log" | show_build_progress >&2
  if [ "$(cat "$1/target/aidis-build.status")" -ne 0 ]; then
    grep '^\[ERROR\]' "$1/target/aidis-build.log" | head -n 5 >&2
    echo "aidis: the build failed, its whole output is in $1/target/aidis-build.log" >&2
    return 1
  fi
}

# Holds the lock of the checkout $1 while the rest of the arguments run as a command.
with_build_lock() {
  lock=$1/target/aidis-build.lock
  shift
  lock_build "$lock" || return 1
  trap 'rm -rf "$lock"' EXIT
  trap 'exit 130' INT TERM
  "$@"
  locked_status=$?
  rm -rf "$lock"
  trap - EXIT INT TERM
  return $locked_status
}

# Another build may have done it while this one waited for the lock.
build_if_needed() {
  is_app_built "$1" || run_build "$1"
}

# Builds in the checkout $1 if needed.
build_app() {
  is_app_built "$1" || with_build_lock "$1" build_if_needed "$1"
}
