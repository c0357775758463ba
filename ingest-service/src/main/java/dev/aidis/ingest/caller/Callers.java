package dev.aidis.ingest.caller;

import dev.aidis.schemas.TrackerKey;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Tells who calls from the headers of a request, all optional: {@code Aidis-Workspace}, {@code
 * Aidis-Machine}, {@code Aidis-Client-Session}, {@code Aidis-Project} and {@code Aidis-Repo} (or
 * {@code Aidis-Cwd}). On loopback every caller is the owner of the tracker.
 *
 * @param owner whose tracker this is
 * @param machine where it runs
 */
public record Callers(String owner, String machine) {

  /**
   * The caller of a request.
   *
   * @throws IllegalArgumentException with a sentence, if a header is out of its bounds
   */
  public Caller of(HttpServletRequest request) {
    String workspace = header(request, "Aidis-Workspace");
    String named = header(request, "Aidis-Machine");
    String repo = header(request, "Aidis-Repo");
    return new Caller(
        new TrackerKey(owner, workspace == null ? TrackerKey.MAIN : workspace),
        named == null ? machine : named,
        header(request, "Aidis-Client-Session"),
        header(request, "Aidis-Project"),
        repo == null ? header(request, "Aidis-Cwd") : repo);
  }

  private static @Nullable String header(HttpServletRequest request, String name) {
    String value = request.getHeader(name);
    return value == null || value.isBlank() ? null : decoded(value).strip();
  }

  /** Containers read headers as ISO-8859-1; most clients write them as UTF-8. */
  private static String decoded(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return value;
    }
  }
}
