package dev.aidis.ingest.mcp.tool;

import dev.aidis.ingest.mcp.answer.SessionShapes;
import dev.aidis.ingest.session.SessionEffects.Effect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the tools answer that change a session. */
final class SessionAnswer {
  static final Map<String, Object> SESSION =
      SessionShapes.SESSION.json().describedAs("The session, as it stands.");
  static final Map<String, Object> SCHEMA = schema().build();

  private SessionAnswer() {}

  static Schema.Builder schema() {
    Map<String, Object> effect =
        Schema.string(
            "visible: the session shows the change; on_its_way: recorded, and shown soon; unknown:"
                + " recorded, but the database is away.");
    effect.put("enum", List.of("visible", "on_its_way", "unknown"));
    return Schema.object().required("effect", effect).optional("session", SESSION);
  }

  static Map<String, Object> content(Effect effect) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("effect", effect.reach().name().toLowerCase(Locale.ROOT));
    effect
        .session()
        .ifPresent(session -> content.put("session", SessionShapes.SESSION.of(session)));
    return content;
  }

  /**
   * The answer to a change.
   *
   * @param deed such as {@code Set the goal of}; the session's name is put behind it
   */
  static Tool.Answer of(Effect effect, String deed) {
    String name =
        effect.session().map(session -> "session #" + session.number()).orElse("the session");
    return new Tool.Answer(effect.text(deed + " " + name + "."), content(effect));
  }
}
