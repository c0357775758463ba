# Finds a JDK of at least version 25 and exports it as JAVA_HOME. Sourced by mvnw and aidis (POSIX sh).
#
# Looked at, in this order: JAVA_HOME, the java on PATH, /usr/lib/jvm, SDKMAN, /Library/Java (macOS).
# find_jdk returns 1 and prints one line that says what to install when there is none.

aidis_required_java=25

# Whether directory $1 has a JDK (a runtime without javac is none) that is new enough. Starts no process: asked at each command.
is_jdk_new_enough() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 1
  found_version=
  while IFS='"' read -r release_name release_value _; do
    [ "$release_name" != JAVA_VERSION= ] || found_version=${release_value%%[!0-9]*}
  done <"$1/release"
  [ -n "$found_version" ] && [ "$found_version" -ge "$aidis_required_java" ]
}

# The home of the java on PATH, with symbolic links resolved.
jdk_on_path() {
  java_on_path=$(command -v java) || return 0
  java_on_path=$(readlink -f "$java_on_path" 2>/dev/null) || return 0
  echo "${java_on_path%/*/*}"
}

find_jdk() {
  [ -z "${JAVA_HOME:-}" ] || ! is_jdk_new_enough "$JAVA_HOME" || return 0
  for jdk in "$(jdk_on_path)" \
    /usr/lib/jvm/* "${SDKMAN_DIR:-${HOME-}/.sdkman}"/candidates/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$jdk" ] && is_jdk_new_enough "$jdk"; then
      JAVA_HOME=$jdk
      export JAVA_HOME
      return 0
    fi
  done
  echo "aidis: no JDK $aidis_required_java or newer found: install one (for example Eclipse Temurin $aidis_required_java)" \
    "or set JAVA_HOME to where it is" >&2
  return 1
}
