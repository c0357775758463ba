package dev.aidis.cli;

import java.nio.file.Path;

/** The shell script that starts this command. */
public final class Launcher {
  private Launcher() {}

  /** As other programs can call it; its name alone if this was not started by it. */
  public static String path() {
    String scripts = System.getProperty("aidis.scripts");
    return scripts == null
        ? "aidis"
        : Path.of(scripts).toAbsolutePath().normalize().resolveSibling("aidis").toString();
  }

  /** The same for a shell. */
  public static String quoted() {
    return path().matches("[A-Za-z0-9_./-]+") ? path() : "'" + path().replace("'", "'\\''") + "'";
  }
}
