package dev.aidis.cli.intake;

import dev.aidis.cli.http.JsonText;
import dev.aidis.schemas.ActivityLimits;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An activity as the REST API takes it, in the making. Texts are made to fit. */
public final class NewActivity {
  private static final int DESCRIPTION = 300;

  private final UUID id;
  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
  private final Map<String, String> attributes = new LinkedHashMap<>();

  /**
   * @param type its name on the wire
   */
  public NewActivity(UUID id, String type, Instant occurredAt) {
    this.id = id;
    fields.put("id", id);
    fields.put("type", type);
    fields.put("occurredAt", occurredAt);
  }

  public UUID id() {
    return id;
  }

  /** A name or an id; what is null is left out. */
  public NewActivity name(String field, @Nullable String value) {
    return put(field, value, ActivityLimits.SHORT);
  }

  /** A line, such as a path. */
  public NewActivity text(String field, @Nullable String value) {
    return put(field, value, ActivityLimits.TEXT);
  }

  public NewActivity body(String text) {
    return put("body", text, ActivityLimits.BODY);
  }

  /** What the timeline shows. */
  public NewActivity description(String text) {
    return put("description", text.replaceAll("\\s+", " ").strip(), DESCRIPTION);
  }

  public NewActivity aiInvolved() {
    fields.put("aiInvolved", true);
    return this;
  }

  /** How many lines a change added and removed. */
  public NewActivity lines(long added, long removed) {
    fields.put("linesAdded", Math.min(added, ActivityLimits.LINES));
    fields.put("linesRemoved", Math.min(removed, ActivityLimits.LINES));
    return this;
  }

  public NewActivity list(String field, List<String> values) {
    fields.put(field, List.copyOf(values));
    return this;
  }

  public NewActivity attribute(String name, @Nullable Object value) {
    if (value != null) {
      attributes.put(name, bounded(value.toString(), ActivityLimits.TEXT));
    }
    return this;
  }

  public String json() {
    if (!attributes.isEmpty()) {
      fields.put("attributes", attributes);
    }
    return JsonText.of(fields);
  }

  private NewActivity put(String field, @Nullable String value, int max) {
    if (value != null && !value.isBlank()) {
      fields.put(field, bounded(value, max));
    }
    return this;
  }

  private static String bounded(String text, int max) {
    String clean = text.replace('\0', ' ');
    return clean.length() <= max ? clean : clean.substring(0, max - 1) + "…";
  }
}
