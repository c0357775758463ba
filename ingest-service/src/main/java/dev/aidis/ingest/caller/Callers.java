package dev.aidis.ingest.caller;

import dev.aidis.schemas.TrackerKey;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Tells who calls from the headers of a request, all optional: {@code Aidis-Owner}, {@code
 * Aidis-Workspace}, {@code Aidis-Machine}, {@code Aidis-Client-Session}, {@code Aidis-Project} and
 * {@code Aidis-Repo} (or {@code Aidis-Cwd}). Owner and machine are bound by the request's {@link
 * Authority}.
 *
 * @param owner whose tracker this is
 * @param machine where it runs
 */
public record Callers(String owner, String machine) {
  private static final String UNKNOWN = "unknown";

  /**
   * The caller of a request.
   *
   * @throws IllegalArgumentException with a sentence, if a header is out of its bounds
   * @throws ForbiddenException if it names an owner or a machine that the request's token is not
   *     for
   */
  public Caller of(HttpServletRequest request) {
    Authority authority = Authority.of(request);
    String named = header(request, "Aidis-Owner");
    String owner = named == null ? authority.owner() : authority.requireOwner(named);
    String workspace = header(request, "Aidis-Workspace");
    String machine = header(request, "Aidis-Machine");
    String repo = header(request, "Aidis-Repo");
    return new Caller(
        new TrackerKey(owner, workspace == null ? TrackerKey.MAIN : workspace),
        machine == null ? machineOf(authority) : authority.requireMachine(machine),
        header(request, "Aidis-Client-Session"),
        header(request, "Aidis-Project"),
        repo == null ? header(request, "Aidis-Cwd") : repo);
  }

  /** Without a token the caller sits at this machine. */
  private String machineOf(Authority authority) {
    String bound = authority.machine();
    if (bound != null) {
      return bound;
    }
    return authority.everybody() ? machine : UNKNOWN;
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
