package dev.aidis.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody's machine: a container with a name and an address of its own, and this checkout to run {@code aidis} from. */
final class Machine implements AutoCloseable {
  private static final String AIDIS = "/opt/aidis/aidis";
  private static final String FAKE_TIME =
      "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1";

  private final String network;
  private final String container;

  /**
   * @param clockOff how far its clock is off, as libfaketime takes it; empty if it is right
   */
  Machine(String network, String name, String url, String token, String clockOff) {
    this.network = network;
    List<String> run = new ArrayList<>(List.of("run", "--detach", "--init", "--rm"));
    run.addAll(List.of("--hostname", name, "--network", network));
    run.addAll(List.of("--volume", Path.of("..").toAbsolutePath().normalize() + ":/opt/aidis:ro"));
    run.addAll(List.of("--env", "HOME=/root", "--env", "AIDIS_URL=" + url));
    run.addAll(List.of("--env", "AIDIS_TOKEN=" + token, "--env", "AIDIS_SPOOL_PATIENCE=1"));
    if (!clockOff.isEmpty()) {
      run.addAll(List.of("--volume", FAKE_TIME + ":" + FAKE_TIME + ":ro"));
      run.addAll(List.of("--env", "LD_PRELOAD=" + FAKE_TIME, "--env", "FAKETIME=" + clockOff));
    }
    run.addAll(List.of("eclipse-temurin:25-jre", "sleep", "infinity"));
    container = Compose.docker(run.toArray(String[]::new)).strip();
  }

  /** Whether clocks can be made wrong here: libfaketime must be installed. */
  static boolean canShiftClocks() {
    return Path.of(FAKE_TIME).toFile().exists();
  }

  /** What Claude Code's hook tells when a prompt is submitted. */
  void prompt(String id) {
    String payload =
        """
        {"session_id": "s-1", "cwd": "/root", "hook_event_name": "UserPromptSubmit", "prompt_id": "%s", "prompt": "go on"}"""
            .formatted(id);
    shell("printf %s '" + payload + "' | " + AIDIS + " hook");
  }

  /** What {@code aidis} prints, fed with that. */
  String aidis(String input, String arguments) {
    return shell("printf '%s\\n' '" + input + "' | " + AIDIS + " " + arguments);
  }

  String shell(String script) {
    return Compose.docker("exec", container, "sh", "-c", script);
  }

  /** Hooks that wait to be delivered. */
  int waiting() {
    return Integer.parseInt(shell("ls /root/.local/state/aidis/spool/new | wc -l").strip());
  }

  void cutOff() {
    Compose.docker("network", "disconnect", network, container);
  }

  void connect() {
    Compose.docker("network", "connect", network, container);
  }

  @Override
  public void close() {
    Compose.docker("kill", container);
  }
}
