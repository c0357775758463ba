package dev.aidis.domain.scenario;

/** A scenario file says something that is no scenario; the message begins with file and line. */
public final class ScenarioSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ScenarioSyntaxException(String file, int line, String reason) {
    super(file + ":" + line + ": " + reason);
  }
}
