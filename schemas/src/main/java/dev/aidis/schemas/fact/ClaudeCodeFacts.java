package dev.aidis.schemas.fact;

import dev.aidis.schemas.Ids;
import dev.aidis.schemas.TrackerKey;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives ids to what Claude Code did: the same one whether its hooks, its telemetry or its
 * transcripts tell it.
 *
 * <p>What Claude Code or the model's service gave an id that nothing else in the world has (a UUID,
 * or one such as {@code toolu_01A…}) is one fact in whatever session it is told: a resumed or
 * forked session begins with copies of another one's. Other ids, as some services make them ({@code
 * call_1}), name something only within a session.
 *
 * @param trackerKey whose facts they are
 * @param session Claude Code's own id of its session
 */
public record ClaudeCodeFacts(TrackerKey trackerKey, @Nullable String session) {
  /** What activities name as their client. */
  public static final String CLIENT = "claude-code";

  private static final String UUID_TEXT = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  /** Real ids have 24 characters of base 62 behind their prefix. */
  private static final Pattern UNIQUE =
      Pattern.compile(
          "[a-z]+:(?:%s|(?:toolu_|srvtoolu_|toolu_bdrk_|req_|msg_)[A-Za-z0-9]{20,})(?::.*)?"
              .formatted(UUID_TEXT),
          Pattern.DOTALL);

  /** The name of a prompt; of its mentions {@code ":" + file} is added. */
  public static String prompt(String promptId) {
    return "prompt:" + promptId;
  }

  /** The name of a tool's use. */
  public static String toolUse(String toolUseId) {
    return "tool:" + toolUseId;
  }

  /** The name of the change of a file that a tool's use made. */
  public static String changedFile(String toolUseId) {
    return toolUse(toolUseId) + ":file";
  }

  /**
   * The name of the tokens that one request to the model took. Rows of a transcript that belong to
   * one answer have the same request.
   *
   * @param messageId of the answer, if known: names it where the request's id is missing or is one
   *     that many requests have
   */
  public static String tokens(@Nullable String requestId, @Nullable String messageId) {
    return messageId == null || isUniqueRequest(requestId)
        ? "request:" + requestId
        : "message:" + messageId;
  }

  /** Whether an id names one request in the world, and not many, as some services' do. */
  public static boolean isUniqueRequest(@Nullable String requestId) {
    return requestId != null && UNIQUE.matcher("request:" + requestId).matches();
  }

  /** The id of the activity that tells the fact. */
  public UUID id(String fact) {
    String scope = UNIQUE.matcher(fact).matches() ? "" : session + ":";
    return Ids.nameBased(CLIENT + ":" + trackerKey + ":" + scope + fact);
  }
}
